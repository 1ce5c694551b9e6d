package org.tenon.jobs.rest;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tenon.jobs.queue.StoredJob;
import org.tenon.sdk.job.Job;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.text.Labels;

/** A job as JSON (docs/rest.md). */
final class JobForm {

    private final Labels labels;

    JobForm(Labels labels) {
        this.labels = labels;
    }

    Map<String, @Nullable Object> json(StoredJob stored, Locale locale) {
        Job job = stored.job();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("id", job.id().toString());
        json.put("kind", job.kind());
        String label = label(job.kind(), locale);
        json.put("kindLabel", label);
        json.put("subject", job.subject().isEmpty() ? label : job.subject());
        json.put("state", word(job.state()));
        json.put("memberId", job.memberId() == 0 ? null : RecordId.text(job.memberId()));
        json.put("memberLabel", stored.submitter().name());
        json.put("done", job.done());
        json.put("total", job.total());
        json.put("attempt", stored.attempt());
        json.put("result", job.result());
        json.put("problem", job.problem());
        json.put("createdAt", instant(job.createdAt()));
        json.put("startedAt", instant(job.startedAt()));
        json.put("endedAt", instant(job.endedAt()));
        return json;
    }

    static String word(Job.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    /** What a kind of job, or a timer, is called. The area of a kind may be away: then the kind stands for itself. */
    String label(String kind, Locale locale) {
        int dot = kind.indexOf('.');
        if (dot < 0) {
            return kind;
        }
        String area = kind.substring(0, dot);
        String name = kind.substring(dot + 1);
        return labels.find(area, "job." + name, locale).or(() -> labels.find(area, "timer." + name, locale)).orElse(kind);
    }

    static @Nullable String instant(@Nullable LocalDateTime utc) {
        return utc == null ? null : utc.toInstant(ZoneOffset.UTC).toString();
    }
}

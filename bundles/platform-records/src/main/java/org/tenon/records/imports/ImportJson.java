package org.tenon.records.imports;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tenon.records.imports.Import.Counts;
import org.tenon.records.imports.Import.Phase;
import org.tenon.records.imports.Targets.Target;
import org.tenon.records.model.FieldModel;
import org.tenon.records.model.RecordModel;
import org.tenon.records.model.RecordModels;
import org.tenon.records.query.RecordTitles;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.job.Job;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.text.Labels;

/** Imports in the JSON form of docs/rest.md. */
final class ImportJson {

    private final Imports imports;
    private final RecordModels models;
    private final RecordTitles titles;
    private final Labels labels;

    ImportJson(Imports imports, RecordModels models, RecordTitles titles, Labels labels) {
        this.imports = imports;
        this.titles = titles;
        this.models = models;
        this.labels = labels;
    }

    Map<String, @Nullable Object> brief(Import of) {
        return briefs(List.of(of)).get(0);
    }

    List<Map<String, @Nullable Object>> briefs(List<Import> all) {
        Map<Long, String> members = titles.of(Caller.current(), "identity.member", all.stream().map(Import::memberId).distinct().toList());
        return all.stream().map(of -> brief(of, members.getOrDefault(of.memberId(), RecordTitles.UNREADABLE))).toList();
    }

    private Map<String, @Nullable Object> brief(Import of, String member) {
        Optional<Job> job = imports.retention().job(of);
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("id", RecordId.text(of.id()));
        json.put("type", of.type());
        json.put("member", Map.of("id", RecordId.text(of.memberId()), "title", member));
        json.put("own", imports.own(of));
        json.put("fileName", of.fileName());
        json.put("state", state(of, job));
        json.put("phase", of.phase().name().toLowerCase(Locale.ROOT));
        json.put("job", of.jobId() == null ? null : RecordId.text(of.jobId()));
        json.put("rows", of.look().rows());
        json.put("counts", counts(of.counts()));
        json.put("problem", job.map(Job::problem).orElse(null));
        json.put("can", can(of, job));
        json.put("createdAt", text(of.createdAt()));
        json.put("endedAt", of.endedAt() == null ? null : text(of.endedAt()));
        json.put("keptUntil", text(imports.retention().keptUntil(of)));
        json.put("kept", imports.retention().kept(of));
        return json;
    }

    /** With the file, the options, and what columns can mean; these are nobody's but whose import it is. */
    Map<String, @Nullable Object> full(Import of) {
        Map<String, @Nullable Object> json = brief(of);
        if (!imports.own(of)) {
            return json;
        }
        RecordModel model = models.require(of.type());
        json.put("remembered", of.remembered());
        json.put("look", LookJson.write(of.look()));
        json.put("options", OptionsJson.write(of.options()));
        Targets targets = imports.importer().plans().targets(model);
        json.put("targets", targets.all().stream().map(this::target).toList());
        json.put("closed", targets.closed(of.look().headers()).stream().map(this::closed).toList());
        json.put("match", imports.importer().plans().matchable(model).stream().map(field -> Map.of("name", field.name(), "label", targets.label(field))).toList());
        return json;
    }

    private Map<String, Object> closed(Targets.Closed column) {
        return Map.of("column", column.column(), "field", column.field().name(), "reason",
                labels.text("records", "problem.unloaded." + column.reason(), Caller.current().locale()));
    }

    private Map<String, @Nullable Object> target(Target target) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        FieldModel field = target.field();
        json.put("key", target.key());
        json.put("label", target.label());
        json.put("field", field.name());
        json.put("type", field.type().key());
        json.put("required", field.info().required() && target.companion() == null && target.part() == null);
        json.put("companion", target.companion() == null ? null : target.companion().companion());
        json.put("by", target.key().equals("id") ? List.of() : by(field));
        return json;
    }

    /** The fields a referred record can be known by. */
    private List<Map<String, String>> by(FieldModel field) {
        boolean refers = switch (field.type()) {
            case REFERENCE, REFERENCES, MEMBER, DEPARTMENT -> !field.anyReference();
            default -> false;
        };
        RecordModel to = refers ? models.find(Lookups.type(field)).orElse(null) : null;
        if (to == null) {
            return List.of();
        }
        Targets targets = imports.importer().plans().targets(to);
        return imports.importer().plans().matchable(to).stream().filter(each -> !each.name().equals("id") && !each.name().equals(to.info().titleField()))
                .filter(each -> switch (each.type()) {
                    case TEXT, NUMBER, EMAIL, PHONE, EMAILS, PHONES -> true;
                    default -> false;
                }).map(each -> Map.of("name", each.name(), "label", targets.label(each))).toList();
    }

    private static String state(Import of, Optional<Job> job) {
        boolean working = of.phase() == Phase.CHECK || of.phase() == Phase.RUN || of.phase() == Phase.UNDO;
        if (!working) {
            return of.phase().name().toLowerCase(Locale.ROOT);
        }
        Job.State state = job.map(Job::state).orElse(Job.State.CANCELLED);
        return switch (state) {
            case WAITING -> "waiting";
            case RUNNING -> of.phase() == Phase.CHECK ? "checking" : of.phase() == Phase.RUN ? "running" : "undoing";
            case FAILED -> "failed";
            default -> "cancelled";
        };
    }

    private List<String> can(Import of, Optional<Job> job) {
        if (job.filter(present -> !present.state().ended()).isPresent()) {
            return List.of("cancel");
        }
        boolean own = imports.own(of);
        List<String> can = new ArrayList<>();
        switch (of.phase()) {
            case DRAFT, CHECK, CHECKED -> can.addAll(own ? List.of("change", "check", "run") : List.of());
            case RUN -> can.addAll(own ? List.of("run", "undo") : List.of("undo"));
            case DONE, UNDO -> can.add("undo");
            default -> { }
        }
        if (!imports.retention().kept(of)) {
            can.remove("undo");
        }
        if (own) {
            can.add("delete");
        }
        return can;
    }

    private static Map<String, Long> counts(Counts counts) {
        Map<String, Long> json = new LinkedHashMap<>();
        json.put("read", counts.read());
        json.put("created", counts.created());
        json.put("updated", counts.updated());
        json.put("unchanged", counts.unchanged());
        json.put("skipped", counts.skipped());
        json.put("refused", counts.refused());
        json.put("linked", counts.linked());
        json.put("undone", counts.undone());
        json.put("kept", counts.kept());
        return json;
    }

    private static String text(LocalDateTime utc) {
        return utc.toInstant(ZoneOffset.UTC).toString();
    }
}

package org.tenon.records.stream;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tenon.records.log.EntryKind;
import org.tenon.records.log.Moment;
import org.tenon.records.log.RecordTimeline;
import org.tenon.records.log.RecordTimeline.Entry;
import org.tenon.records.merge.Absorbed;
import org.tenon.records.query.RecordTitles;
import org.tenon.records.write.LivingRecords;
import org.tenon.records.write.LivingRecords.Living;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.record.RecordId;

/**
 * What stands in the histories of records that were merged into another, for as long as they are. Of one the caller may not read, what was said and
 * hung on it, which belongs to the survivor now, and not its name.
 */
final class MergedEntries {

    private static final Set<EntryKind> HANDED_OVER = EnumSet.of(EntryKind.COMMENT, EntryKind.FILE);

    private final Absorbed absorbed;
    private final LivingRecords records;
    private final RecordTimeline timeline;
    private final RecordTitles titles;

    MergedEntries(Absorbed absorbed, LivingRecords records, RecordTimeline timeline, RecordTitles titles) {
        this.absorbed = absorbed;
        this.records = records;
        this.timeline = timeline;
        this.titles = titles;
    }

    /** At most {@code limit} of each record, each marked with the record it comes from. @param before null for the newest */
    List<Entry> of(Living survivor, Set<EntryKind> kinds, int limit, @Nullable Moment before) {
        Set<Long> merged = absorbed.into(survivor.type(), survivor.id());
        if (merged.isEmpty()) {
            return List.of();
        }
        Map<Long, String> names = titles.of(Caller.current(), survivor.type(), merged);
        List<Entry> entries = new ArrayList<>();
        for (Long id : merged) {
            Optional<Living> seen = records.readable(survivor.model(), id);
            Set<EntryKind> shown = EnumSet.copyOf(kinds);
            if (seen.isEmpty()) {
                shown.retainAll(HANDED_OVER);
            }
            if (!shown.isEmpty()) {
                List<Entry> found = timeline.entries(survivor.model(), id, shown, limit, before);
                found.forEach(entry -> entry.json().put("from", from(id, seen.isPresent() ? names.getOrDefault(id, RecordTitles.UNREADABLE) : null)));
                entries.addAll(found);
            }
        }
        return entries;
    }

    private static Map<String, @Nullable Object> from(long id, @Nullable String title) {
        Map<String, @Nullable Object> from = new LinkedHashMap<>();
        from.put("id", title == null ? null : RecordId.text(id));
        from.put("title", title == null ? RecordTitles.UNREADABLE : title);
        return from;
    }
}

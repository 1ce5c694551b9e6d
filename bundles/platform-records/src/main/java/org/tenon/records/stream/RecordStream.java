package org.tenon.records.stream;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tenon.records.attachments.Attachments;
import org.tenon.records.attachments.FileJson;
import org.tenon.records.comments.Comment;
import org.tenon.records.comments.Comments;
import org.tenon.records.log.EntryKind;
import org.tenon.records.log.FieldChange;
import org.tenon.records.log.FieldChanges;
import org.tenon.records.log.Moment;
import org.tenon.records.log.RecordTimeline;
import org.tenon.records.log.RecordTimeline.Entry;
import org.tenon.records.merge.Absorbed;
import org.tenon.records.model.RecordModels;
import org.tenon.records.policy.RecordPolicy;
import org.tenon.records.query.RecordReader;
import org.tenon.records.query.RecordTitles;
import org.tenon.records.write.LivingRecords;
import org.tenon.records.write.LivingRecords.Living;
import org.tenon.sdk.file.StoredFile;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.text.Labels;

/** All that happened about a record, as one stream by time. Each page asks each source once. Safe for all threads. */
@Component(service = RecordStream.class)
public final class RecordStream {

    private static final int MOST = 100;
    /** Entries looked at for one page of those that hold a text. */
    static final int LOOKED = 5_000;

    private final LivingRecords records;
    private final RecordTimeline timeline;
    private final Comments comments;
    private final Attachments attachments;
    private final RelatedEntries related;
    private final MergedEntries merged;

    @Activate
    public RecordStream(@Reference LivingRecords records, @Reference RecordTimeline timeline, @Reference Comments comments,
                        @Reference Attachments attachments, @Reference RecordModels models, @Reference RecordPolicy policy,
                        @Reference RecordReader reader, @Reference Labels labels, @Reference Absorbed absorbed, @Reference RecordTitles titles) {
        this.records = records;
        this.timeline = timeline;
        this.comments = comments;
        this.attachments = attachments;
        this.merged = new MergedEntries(absorbed, records, timeline, titles);
        this.related = new RelatedEntries(models, policy, reader, labels);
    }

    /**
     * A page, newest first; the first one with what is pinned.
     *
     * @param kinds of the log's entries; empty for none
     * @throws org.tenon.sdk.TenonException NOT_FOUND
     */
    public Map<String, @Nullable Object> page(String type, RecordId id, Set<EntryKind> kinds, boolean withRelated, int limit, @Nullable String cursor) {
        return page(type, id, kinds, withRelated, limit, cursor, "");
    }

    /**
     * A page of the entries in which the text stands, in what their reader sees of them. At most {@link #LOOKED} entries are looked at: a page may
     * hold fewer than asked for and still have a next one.
     *
     * @param text in any case, width and script; empty for all
     */
    public Map<String, @Nullable Object> page(String type, RecordId id, Set<EntryKind> kinds, boolean withRelated, int limit, @Nullable String cursor,
                                              String text) {
        Living record = records.any(type, id);
        int most = Math.max(1, Math.min(limit, MOST));
        Moment first = cursor == null || cursor.isEmpty() ? null : Moment.of(cursor);
        int step = text.isBlank() ? most : MOST;
        List<StreamEntry> found = new ArrayList<>();
        Moment at = first;
        boolean more = true;
        for (int looked = 0; more && found.size() < most && looked < LOOKED; looked += step) {
            List<StreamEntry> entries = entries(record, kinds, withRelated, step + 1, at);
            List<StreamEntry> some = entries.subList(0, Math.min(step, entries.size()));
            more = entries.size() > step;
            for (StreamEntry entry : some) {
                if (found.size() == most) {
                    more = true;
                    break;
                }
                at = entry.moment();
                if (Words.in(entry.json(), text)) {
                    found.add(entry);
                }
            }
        }
        Map<String, @Nullable Object> page = new LinkedHashMap<>();
        if (first == null && text.isBlank()) {
            page.put("pinned", comments.json(record, comments.pinned(record)));
        }
        page.put("items", found.stream().map(StreamEntry::json).toList());
        page.put("next", more && at != null ? at.cursor() : null);
        return page;
    }

    /** Newest first. */
    private List<StreamEntry> entries(Living record, Set<EntryKind> kinds, boolean withRelated, int limit, @Nullable Moment before) {
        List<StreamEntry> entries = new ArrayList<>(logged(record, kinds, limit, before));
        if (withRelated) {
            entries.addAll(related.of(record, limit, before));
        }
        entries.sort(Comparator.comparing(StreamEntry::moment, Moment.NEWEST_FIRST));
        return entries;
    }

    private List<StreamEntry> logged(Living record, Set<EntryKind> kinds, int limit, @Nullable Moment before) {
        if (kinds.isEmpty()) {
            return List.of();
        }
        List<Entry> entries = timeline.entries(record.model(), record.id(), EnumSet.copyOf(kinds), limit, before);
        entries.addAll(merged.of(record, kinds, limit, before));
        addComments(record, entries);
        addFiles(record, entries);
        entries.removeIf(RecordStream::withheld);
        return entries.stream().map(entry -> new StreamEntry(entry.moment(), entry.json())).toList();
    }

    /** A file of a merged record the caller may not read, which is not among the survivor's files. */
    private static boolean withheld(Entry entry) {
        boolean unnamed = entry.json().get("from") instanceof Map<?, ?> from && from.get("id") == null;
        return unnamed && entry.json().get("file") instanceof Map<?, ?> file && !Boolean.TRUE.equals(file.get("present"));
    }

    private void addComments(Living record, List<Entry> entries) {
        Map<Long, Entry> asked = new LinkedHashMap<>();
        entries.stream().filter(entry -> EntryKind.of(entry.row().action()) == EntryKind.COMMENT)
                .forEach(entry -> change(entry, FieldChange::after).ifPresent(value -> asked.put(RecordId.of(String.valueOf(value)).value(), entry)));
        if (asked.isEmpty()) {
            return;
        }
        List<Comment> found = comments.of(List.copyOf(asked.keySet())).values().stream().filter(comment -> comment.target() == record.id()).toList();
        List<Map<String, @Nullable Object>> shown = comments.json(record, found);
        for (int i = 0; i < found.size(); i++) {
            Objects.requireNonNull(asked.get(found.get(i).id())).json().put("comment", shown.get(i));
        }
    }

    private void addFiles(Living record, List<Entry> entries) {
        List<Entry> files = entries.stream().filter(entry -> EntryKind.of(entry.row().action()) == EntryKind.FILE).toList();
        if (files.isEmpty()) {
            return;
        }
        Map<String, StoredFile> present = new HashMap<>();
        attachments.of(record).forEach(file -> present.put(file.id().toString(), file));
        for (Entry entry : files) {
            Map<String, @Nullable Object> shown = new LinkedHashMap<>();
            change(entry, change -> change.after() != null ? change.after() : change.before()).filter(Map.class::isInstance).map(Map.class::cast)
                    .ifPresent(written -> {
                        shown.put("name", written.get("name"));
                        StoredFile file = present.get(String.valueOf(written.get("id")));
                        if (file != null) {
                            shown.putAll(FileJson.of(file, entry.row().memberName()));
                        }
                        shown.put("present", file != null);
                    });
            entry.json().put("file", shown);
        }
    }

    private static Optional<Object> change(Entry entry, Function<FieldChange, @Nullable Object> which) {
        return FieldChanges.read(entry.row().fields()).stream().findFirst().map(which);
    }
}

package org.tenon.records.log;

import java.sql.PreparedStatement;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tenon.persistence.Db;
import org.tenon.records.log.ChangeTable.Numbered;
import org.tenon.records.model.FieldModel;
import org.tenon.records.model.RecordModel;
import org.tenon.records.policy.FieldLevel;
import org.tenon.records.policy.RecordPolicy;
import org.tenon.records.policy.TypeAccess;
import org.tenon.records.query.RecordTitles;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.record.Timeline;

/**
 * A record's history as the caller may see it, newest first. Changes that are committed and not yet numbered have {@code seq} null. Safe for all
 * threads.
 */
@Component(service = RecordTimeline.class)
public final class RecordTimeline {

    private static final int MOST = 200;
    private static final String EARLIER = " AND (changed_at < ? OR changed_at = ? AND id < ?)";

    private final Db db;
    private final RecordPolicy policy;
    private final ChangeLabels labels;

    /** An entry and what stands in the log for it. @param json may be added to */
    public record Entry(Moment moment, ChangeRow row, Map<String, @Nullable Object> json) {
    }

    @Activate
    public RecordTimeline(@Reference Db db, @Reference RecordPolicy policy, @Reference ChangeLabels labels) {
        this.db = db;
        this.policy = policy;
        this.labels = labels;
    }

    /** Changes of the record alone; the caller has made sure that it may be read. @throws TenonException UNREADABLE for a foreign cursor */
    public Timeline page(RecordModel model, long id, int limit, @Nullable String cursor) {
        int rows = Math.max(1, Math.min(limit, MOST));
        List<Entry> found = entries(model, id, Set.of(EntryKind.CHANGE), rows + 1, cursor == null ? null : Moment.of(cursor));
        List<Entry> shown = found.subList(0, Math.min(rows, found.size()));
        return new Timeline(generic(shown.stream().map(Entry::json).toList()), found.size() > rows ? shown.get(rows - 1).moment().cursor() : null);
    }

    /** Entries of some kinds; the caller has made sure that the record may be read. @param before where the page before ended, null for the newest */
    public List<Entry> entries(RecordModel model, long id, Set<EntryKind> kinds, int limit, @Nullable Moment before) {
        TypeAccess access = policy.access(Caller.current(), model.info());
        List<Entry> entries = new ArrayList<>();
        List<Map<String, @Nullable Object>> changes = new ArrayList<>();
        for (Numbered row : rows(model.name(), id, kinds, limit, before)) {
            List<Map<String, @Nullable Object>> own = changes(model, row, access);
            changes.addAll(own);
            entries.add(new Entry(new Moment(row.row().at(), row.row().id()), row.row(), item(row, own)));
        }
        labels.add(model, changes);
        return entries;
    }

    private List<Numbered> rows(String type, long id, Set<EntryKind> kinds, int limit, @Nullable Moment before) {
        String sql = "SELECT " + ChangeTable.COLUMNS + " FROM records_change WHERE record_type = ? AND record_id = ? AND " + EntryKind.sql(kinds)
                + (before == null ? "" : EARLIER) + " ORDER BY changed_at DESC, id DESC FETCH FIRST " + limit + " ROWS ONLY";
        return db.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                select.setString(1, type);
                select.setLong(2, id);
                if (before != null) {
                    select.setTimestamp(3, Timestamp.valueOf(before.at()));
                    select.setTimestamp(4, Timestamp.valueOf(before.at()));
                    select.setLong(5, before.id());
                }
                return ChangeTable.read(select);
            }
        });
    }

    private static Map<String, @Nullable Object> item(Numbered numbered, List<Map<String, @Nullable Object>> changes) {
        ChangeRow row = numbered.row();
        Map<String, @Nullable Object> item = new LinkedHashMap<>();
        item.put("kind", EntryKind.of(row.action()).name().toLowerCase(Locale.ROOT));
        item.put("seq", numbered.seq());
        item.put("at", row.at().toInstant(java.time.ZoneOffset.UTC).toString());
        item.put("by", row.memberId() == 0 ? null : RecordId.text(row.memberId()));
        item.put("byLabel", row.memberName());
        item.put("action", row.action());
        item.put("source", row.source());
        item.put("version", row.version());
        item.put("changes", changes);
        return item;
    }

    private static List<Map<String, @Nullable Object>> changes(RecordModel model, Numbered numbered, TypeAccess access) {
        List<Map<String, @Nullable Object>> changes = new ArrayList<>();
        for (FieldChange change : FieldChanges.read(numbered.row().fields())) {
            FieldModel field = model.field(change.field()).orElse(null);
            FieldLevel level = EntryLabels.FIELDS.contains(change.field()) ? FieldLevel.READ : field == null ? FieldLevel.HIDDEN : access.level(field.info());
            if (level != FieldLevel.HIDDEN) {
                changes.add(change(change, level.clear()));
            }
        }
        return changes;
    }

    private static Map<String, @Nullable Object> change(FieldChange change, boolean clear) {
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        shown.put("field", change.field());
        shown.put("old", clear || change.before() == null ? change.before() : RecordTitles.UNREADABLE);
        shown.put("new", clear || change.after() == null ? change.after() : RecordTitles.UNREADABLE);
        return shown;
    }

    @SuppressWarnings("unchecked") // the SDK's type does not say that values may be null
    private static List<Map<String, Object>> generic(List<Map<String, @Nullable Object>> items) {
        return (List<Map<String, Object>>) (List<?>) items;
    }
}

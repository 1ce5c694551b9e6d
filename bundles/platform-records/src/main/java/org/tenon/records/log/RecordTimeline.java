package org.tenon.records.log;

import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
 * A record's history as the caller may see it, newest first. Changes that are committed and not yet numbered come first, with {@code seq}
 * null. Safe for all threads.
 */
@Component(service = RecordTimeline.class)
public final class RecordTimeline {

    private static final int MOST = 200;

    private final Db db;
    private final RecordPolicy policy;
    private final ChangeLabels labels;

    @Activate
    public RecordTimeline(@Reference Db db, @Reference RecordPolicy policy, @Reference ChangeLabels labels) {
        this.db = db;
        this.policy = policy;
        this.labels = labels;
    }

    /** A part of the history; the caller has made sure that the record may be read. @throws TenonException UNREADABLE for a foreign cursor */
    public Timeline page(RecordModel model, long id, int limit, @Nullable String cursor) {
        int rows = Math.max(1, Math.min(limit, MOST));
        List<Numbered> found = rows(model.name(), id, rows + 1, cursor);
        List<Numbered> shown = found.subList(0, Math.min(rows, found.size()));
        TypeAccess access = policy.access(Caller.current(), model.info());
        List<Map<String, @Nullable Object>> items = new ArrayList<>();
        List<Map<String, @Nullable Object>> changes = new ArrayList<>();
        for (Numbered row : shown) {
            List<Map<String, @Nullable Object>> own = changes(model, row, access);
            changes.addAll(own);
            items.add(item(row, own));
        }
        labels.add(model, changes);
        return new Timeline(generic(items), found.size() > rows ? cursor(shown.get(rows - 1)) : null);
    }

    private List<Numbered> rows(String type, long id, int limit, @Nullable String cursor) {
        Long seq = null;
        Long before = null;
        if (cursor != null) {
            String text = decode(cursor);
            seq = text.startsWith("s") ? Long.valueOf(text.substring(1)) : null;
            before = text.startsWith("i") ? Long.valueOf(text.substring(1)) : null;
        }
        String further = seq != null ? " AND seq < ?" : before != null ? " AND id < ?" : "";
        Long bound = seq != null ? seq : before;
        String sql = "SELECT " + ChangeTable.COLUMNS + " FROM records_change WHERE record_type = ? AND record_id = ?" + further
                + " ORDER BY seq DESC, id DESC FETCH FIRST " + limit + " ROWS ONLY";
        return db.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                select.setString(1, type);
                select.setLong(2, id);
                if (bound != null) {
                    select.setLong(3, bound);
                }
                return ChangeTable.read(select);
            }
        });
    }

    private static Map<String, @Nullable Object> item(Numbered numbered, List<Map<String, @Nullable Object>> changes) {
        ChangeRow row = numbered.row();
        Map<String, @Nullable Object> item = new LinkedHashMap<>();
        item.put("seq", numbered.seq());
        item.put("at", row.at().toInstant(java.time.ZoneOffset.UTC).toString());
        item.put("by", row.memberId() == 0 ? null : RecordId.text(row.memberId()));
        item.put("byLabel", row.memberName());
        item.put("action", row.action());
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

    private static String cursor(Numbered last) {
        String text = last.seq() != null ? "s" + last.seq() : "i" + last.row().id();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String decode(String cursor) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
            if (text.matches("[si][0-9]{1,18}")) {
                return text;
            }
        } catch (IllegalArgumentException e) {
            throw TenonException.unreadable("this is no cursor of a timeline");
        }
        throw TenonException.unreadable("this is no cursor of a timeline");
    }

    @SuppressWarnings("unchecked") // the SDK's type does not say that values may be null
    private static List<Map<String, Object>> generic(List<Map<String, @Nullable Object>> items) {
        return (List<Map<String, Object>>) (List<?>) items;
    }
}

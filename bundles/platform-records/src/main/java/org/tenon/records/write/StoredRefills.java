package org.tenon.records.write;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tenon.records.model.CustomValues;
import org.tenon.records.model.FieldModel;
import org.tenon.records.model.RecordModel;
import org.tenon.sdk.record.BaseRecord;

/** {@link Refills} over the records' own tables. */
final class StoredRefills implements Refills {

    private final Writing writing;
    private final Rows rows;
    private final ValueTable values;
    private final UniqueTable unique;
    private final CustomWork custom;

    StoredRefills(Writing writing) {
        this.writing = writing;
        this.rows = new Rows(writing.db());
        this.values = new ValueTable(writing.db());
        this.unique = new UniqueTable(writing);
        this.custom = new CustomWork(writing);
    }

    @Override
    public long count(RecordModel model, String field) {
        String sql = "SELECT COUNT(*) FROM " + model.info().table() + " WHERE custom_values LIKE ?";
        return writing.db().read(connection -> {
            try (PreparedStatement count = connection.prepareStatement(sql)) {
                // A quotation mark within a value is escaped, so this is found in names alone.
                count.setString(1, "%\"" + field + "\":%");
                try (ResultSet found = count.executeQuery()) {
                    found.next();
                    return found.getLong(1);
                }
            }
        });
    }

    @Override
    public long refill(RecordModel model, FieldModel field, long after, int limit) {
        return writing.tx().required(() -> {
            List<Long> ids = ids(model, after, limit);
            List<Draft> drafts = new ArrayList<>(ids.size());
            for (long id : ids) {
                rows.lock(model, id);
                BaseRecord item = model.unit().entityManager().find(model.entity(), id);
                model.unit().entityManager().refresh(item);
                Draft draft = Draft.stored(model, item);
                String before = draft.customText();
                custom.compute(draft);
                if (!java.util.Objects.equals(before, draft.customText())) {
                    write(model, id, draft.customText());
                }
                drafts.add(draft);
            }
            values.rewrite(drafts, field);
            unique.rewrite(drafts, field);
            return ids.size() < limit ? -1L : ids.get(ids.size() - 1);
        });
    }

    private List<Long> ids(RecordModel model, long after, int limit) {
        String sql = "SELECT id FROM " + model.info().table() + " WHERE id > ? ORDER BY id FETCH FIRST " + limit + " ROWS ONLY";
        return writing.db().read(connection -> {
            List<Long> ids = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                select.setLong(1, after);
                try (ResultSet found = select.executeQuery()) {
                    while (found.next()) {
                        ids.add(found.getLong(1));
                    }
                }
            }
            return ids;
        });
    }

    private void write(RecordModel model, long id, @Nullable String text) {
        String sql = "UPDATE " + model.info().table() + " SET " + CustomValues.COLUMN + " = ? WHERE id = ?";
        writing.db().write(connection -> {
            try (PreparedStatement update = connection.prepareStatement(sql)) {
                update.setString(1, text);
                update.setLong(2, id);
                return update.executeUpdate();
            }
        });
    }
}

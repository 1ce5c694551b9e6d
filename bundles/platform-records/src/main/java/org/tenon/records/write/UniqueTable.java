package org.tenon.records.write;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tenon.persistence.Db;
import org.tenon.persistence.DbException;
import org.tenon.records.model.FieldModel;
import org.tenon.records.model.RecordModel;
import org.tenon.sdk.FieldError;
import org.tenon.sdk.Kind;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.identity.Caller;

/** Keeps {@code records_unique}, where a constraint lets no two living records have the same value of a unique custom field. */
final class UniqueTable {

    private static final String DELETE = "DELETE FROM records_unique WHERE record_type = ? AND record_id = ? AND field_key = ?";
    private static final String INSERT = "INSERT INTO records_unique (record_type, record_id, field_key, val, deleted_token) VALUES (?, ?, ?, ?, ?)";
    private static final String MOVE = "UPDATE records_unique SET deleted_token = ? WHERE record_type = ? AND record_id = ?";

    private static final String HOLDER = "SELECT record_id FROM records_unique WHERE record_type = ? AND field_key = ? AND val = ? AND deleted_token = 0";

    private final Writing writing;
    private final Db db;

    UniqueTable(Writing writing) {
        this.writing = writing;
        this.db = writing.db();
    }

    /** Writes the unique fields that the drafts changed. @throws TenonException CONFLICT naming the field if a value is taken */
    void write(List<Draft> drafts, boolean fresh) {
        Map<FieldModel, List<Draft>> changed = new LinkedHashMap<>();
        for (Draft draft : drafts) {
            for (String name : draft.fields()) {
                FieldModel field = draft.model().require(name);
                if (field.info().custom() != null && field.info().custom().unique()) {
                    changed.computeIfAbsent(field, key -> new ArrayList<>()).add(draft);
                }
            }
        }
        changed.forEach((field, of) -> guarded(field.name(), () -> db.write(connection -> {
            if (!fresh) {
                delete(connection, field, of);
            }
            insert(connection, field, of);
            return Boolean.TRUE;
        })));
    }

    /** Values of a deleted record are free again; those of a restored one are taken. @throws TenonException CONFLICT if someone has one of them */
    void moved(List<Draft> drafts) {
        List<Draft> of = drafts.stream().filter(draft -> uses(draft.model())).toList();
        if (of.isEmpty()) {
            return;
        }
        guarded("", () -> db.write(connection -> {
            try (PreparedStatement move = connection.prepareStatement(MOVE)) {
                for (Draft draft : of) {
                    move.setLong(1, token(draft));
                    move.setString(2, draft.model().name());
                    move.setLong(3, draft.item().id());
                    move.addBatch();
                }
                return move.executeBatch();
            }
        }));
    }

    /** Writes the field's values of the records anew, if it is unique. @throws TenonException CONFLICT naming the records if two have the same */
    void rewrite(List<Draft> drafts, FieldModel field) {
        if (drafts.isEmpty()) {
            return;
        }
        db.write(connection -> {
            delete(connection, field, drafts);
            return Boolean.TRUE;
        });
        if (field.info().custom() == null || !field.info().custom().unique()) {
            return;
        }
        Map<String, Long> seen = new LinkedHashMap<>();
        for (Draft draft : drafts) {
            String value = CustomWork.unique(field, draft.get(field.name()));
            Long other = value == null || draft.item().deleted() ? null : holder(draft.model(), field, value);
            other = other == null && value != null && !draft.item().deleted() ? seen.put(value, draft.item().id()) : other;
            if (other != null) {
                throw new Duplicate(draft.model(), field, String.valueOf(value), List.of(other, draft.item().id())).refusal(writing);
            }
        }
        guarded(field.name(), () -> db.write(connection -> {
            insert(connection, field, drafts);
            return Boolean.TRUE;
        }));
    }

    private @Nullable Long holder(RecordModel model, FieldModel field, String value) {
        return db.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(HOLDER)) {
                select.setString(1, model.name());
                select.setString(2, field.name());
                select.setString(3, value);
                try (ResultSet found = select.executeQuery()) {
                    return found.next() ? (Long) found.getLong(1) : null;
                }
            }
        });
    }

    private static boolean uses(RecordModel model) {
        return model.fields().values().stream().anyMatch(field -> field.info().custom() != null && field.info().custom().unique());
    }

    private void guarded(String field, Runnable work) {
        try {
            work.run();
        } catch (DbException e) {
            if (!"23505".equals(e.sqlState())) {
                throw e;
            }
            String text = writing.labels().text("records", "problem.taken", Caller.current().locale());
            throw new TenonException(Kind.CONFLICT, text, List.of(new FieldError(field, "taken", text)), Map.of(), e);
        }
    }

    private static void delete(Connection connection, FieldModel field, List<Draft> drafts) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(DELETE)) {
            for (Draft draft : drafts) {
                delete.setString(1, draft.model().name());
                delete.setLong(2, draft.item().id());
                delete.setString(3, field.name());
                delete.addBatch();
            }
            delete.executeBatch();
        }
    }

    private static void insert(Connection connection, FieldModel field, List<Draft> drafts) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            int rows = 0;
            for (Draft draft : drafts) {
                String value = CustomWork.unique(field, draft.get(field.name()));
                if (value != null) {
                    insert.setString(1, draft.model().name());
                    insert.setLong(2, draft.item().id());
                    insert.setString(3, field.name());
                    insert.setString(4, value);
                    insert.setLong(5, token(draft));
                    insert.addBatch();
                    rows++;
                }
            }
            if (rows > 0) {
                insert.executeBatch();
            }
        }
    }

    private static long token(Draft draft) {
        return draft.item().deleted() ? draft.item().id() : 0;
    }
}

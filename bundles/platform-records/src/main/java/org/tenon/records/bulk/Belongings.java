package org.tenon.records.bulk;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.tenon.persistence.Db;
import org.tenon.records.model.FieldModel;
import org.tenon.records.model.RecordModel;
import org.tenon.records.model.RecordModels;
import org.tenon.records.query.Binds;
import org.tenon.records.write.RecordBatches;
import org.tenon.sdk.record.RecordId;

/** Finds what belongs to records and has the same owner: a customer's contacts, unless a colleague owns them. Safe for all threads. */
final class Belongings {

    private final RecordModels models;
    private final Db db;

    Belongings(RecordModels models, Db db) {
        this.models = models;
        this.db = db;
    }

    /**
     * The living records of the types that follow this one, past policy.
     *
     * @param batch where the records are open, unchanged yet
     * @return by type: the id of each, ascending, and that of the record it belongs to
     */
    Map<RecordModel, Map<Long, Long>> of(RecordBatches batch, RecordModel model, List<Long> ids) {
        Map<Long, Long> owners = new HashMap<>();
        for (long id : ids) {
            if (batch.value(model, new RecordId(id), model.require("ownerId")) instanceof String owner) {
                owners.put(id, RecordId.of(owner).value());
            }
        }
        Map<RecordModel, Map<Long, Long>> found = new LinkedHashMap<>();
        for (RecordModel type : owners.isEmpty() ? List.<RecordModel>of() : models.following(model)) {
            if (type.owned()) {
                found.put(type, of(type, type.require(Objects.requireNonNull(type.info().follows())), model.name(), owners));
            }
        }
        return found;
    }

    private Map<Long, Long> of(RecordModel type, FieldModel parent, String parentType, Map<Long, Long> owners) {
        List<Long> ids = Binds.padded(List.copyOf(owners.keySet()));
        String sql = "SELECT id, " + parent.column() + ", owner_id FROM " + type.info().table() + " WHERE deleted_token = 0 AND owner_id IS NOT NULL AND "
                + parent.column() + " IN (" + "?, ".repeat(ids.size() - 1) + "?)" + (parent.anyReference() ? " AND " + parent.secondColumn() + " = ?" : "");
        return db.read(connection -> {
            Map<Long, Long> found = new TreeMap<>();
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                for (int i = 0; i < ids.size(); i++) {
                    select.setLong(i + 1, ids.get(i));
                }
                if (parent.anyReference()) {
                    select.setString(ids.size() + 1, parentType);
                }
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        if (rows.getLong(3) == owners.get(rows.getLong(2))) {
                            found.put(rows.getLong(1), rows.getLong(2));
                        }
                    }
                }
            }
            return found;
        });
    }
}

package org.tenon.records.imports;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.tenon.persistence.Db;
import org.tenon.records.model.FieldModel;
import org.tenon.records.model.RecordModel;
import org.tenon.records.model.RecordModels;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.text.Titles;

/** Finds the records cells name by title. A title that several living records have names none. For one import. */
final class TitleLookup {

    private final Db db;
    private final RecordModels models;
    private final Map<String, String> known = new HashMap<>();

    TitleLookup(Db db, RecordModels models) {
        this.db = db;
        this.models = models;
    }

    /** The id the text is or names; the text itself if it is neither. */
    String id(FieldModel field, String text) {
        String type = switch (field.type()) {
            case MEMBER -> "identity.member";
            case DEPARTMENT -> "identity.department";
            default -> String.valueOf(field.info().reference());
        };
        return known.computeIfAbsent(type + "/" + text, key -> models.find(type).flatMap(model -> find(model, text)).orElse(text));
    }

    private Optional<String> find(RecordModel model, String title) {
        String sql = "SELECT id FROM " + model.info().table() + " WHERE title_fold = ? AND deleted_token = 0 FETCH FIRST 2 ROWS ONLY";
        return db.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                select.setString(1, Titles.fold(title));
                try (ResultSet found = select.executeQuery()) {
                    if (!found.next()) {
                        return Optional.empty();
                    }
                    long id = found.getLong(1);
                    return found.next() ? Optional.empty() : Optional.of(RecordId.text(id));
                }
            }
        });
    }
}

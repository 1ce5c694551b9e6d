package org.tenon.records.merge;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.tenon.persistence.Db;
import org.tenon.records.model.FieldModel;
import org.tenon.records.model.RecordModel;
import org.tenon.records.model.RecordModels;
import org.tenon.sdk.record.FieldType;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.record.RecordRef;

/** Finds the records of all installed areas that refer to one. Safe for all threads. */
final class Referrers {

    /** Counting ends here; people need no more than "many". */
    static final int MOST = 10_000;

    /** A field that may refer to a record of the type in question. */
    record Place(RecordModel model, FieldModel field) {
    }

    private final Db db;
    private final RecordModels models;

    Referrers(Db db, RecordModels models) {
        this.db = db;
        this.models = models;
    }

    /** Every field of every installed type that may refer to records of this type, in one order for all callers. */
    List<Place> places(String type) {
        List<Place> places = new ArrayList<>();
        for (RecordModel model : models.all()) {
            for (FieldModel field : model.fields().values()) {
                boolean refers = field.type() == FieldType.REFERENCE || field.type() == FieldType.REFERENCES;
                boolean organisation = field.type() == FieldType.MEMBER && type.equals("identity.member")
                        || field.type() == FieldType.DEPARTMENT && type.equals("identity.department");
                if (!field.name().equals("id") && (refers && (type.equals(field.info().reference()) || field.anyReference()) || organisation)) {
                    places.add(new Place(model, field));
                }
            }
        }
        return places;
    }

    /** Ids of records, in the recycle bin too, that refer to this one. @param without whose references do not count */
    List<Long> ids(Place place, String type, long target, Collection<Long> without, int limit) {
        return db.read(connection -> {
            try (PreparedStatement select = select(connection, place, type, target)) {
                select.setMaxRows(limit + without.size());
                List<Long> ids = new ArrayList<>();
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next() && ids.size() < limit) {
                        if (!without.contains(rows.getLong(1))) {
                            ids.add(rows.getLong(1));
                        }
                    }
                }
                return ids;
            }
        });
    }

    /** How many there are, up to {@link #MOST}. */
    int count(Place place, String type, long target, Collection<Long> without) {
        return ids(place, type, target, without, MOST).size();
    }

    private static PreparedStatement select(Connection connection, Place place, String type, long target) throws SQLException {
        if (place.field().type() == FieldType.REFERENCES || place.field().custom()) {
            PreparedStatement select = connection.prepareStatement(
                    "SELECT record_id FROM records_value WHERE record_type = ? AND field_key = ? AND str_val = ?");
            select.setString(1, place.model().name());
            select.setString(2, place.field().name());
            select.setString(3, place.field().anyReference() ? new RecordRef(type, target).toString() : RecordId.text(target));
            return select;
        }
        String second = place.field().secondColumn();
        PreparedStatement select = connection.prepareStatement("SELECT id FROM " + place.model().info().table() + " WHERE " + place.field().column() + " = ?"
                + (second == null ? "" : " AND " + second + " = ?"));
        select.setLong(1, target);
        if (second != null) {
            select.setString(2, type);
        }
        return select;
    }
}

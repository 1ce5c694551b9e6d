package org.tenon.records.custom;

import java.util.Optional;
import org.tenon.sdk.record.FieldType;
import org.tenon.sdk.record.RecordId;

/**
 * A field an administrator added.
 *
 * @param type    full name of the record type
 * @param key     the field's name, never changed
 * @param retired not offered and not shown; its values stay
 * @param indexed its values lie in the side table as far as its settings ask for it
 * @param place   order among the custom fields of the type
 * @param version 1 when added, one more with each change
 */
record Definition(long id, String type, String key, FieldKind kind, boolean retired, boolean indexed, int place, int version, Settings settings) {

    FieldType fieldType() {
        return kind == FieldKind.FORMULA ? Optional.ofNullable(settings.result()).flatMap(FieldKind::result).orElse(FieldType.TEXT) : kind.type();
    }

    /** The name of the dictionary its options are. */
    String dictionary() {
        return "custom." + RecordId.text(id);
    }

    Definition with(FieldKind other, Settings settled, boolean ready) {
        return new Definition(id, type, key, other, retired, ready, place, version + 1, settled);
    }

    Definition retired(boolean now) {
        return new Definition(id, type, key, kind, now, indexed, place, version + 1, settings);
    }

    Definition ready() {
        return new Definition(id, type, key, kind, retired, true, place, version + 1, settings);
    }

    Definition at(int newPlace) {
        return new Definition(id, type, key, kind, retired, indexed, newPlace, version, settings);
    }
}

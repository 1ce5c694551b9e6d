package org.tenon.records.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tenon.persistence.PersistenceUnit;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.record.BaseRecord;
import org.tenon.sdk.record.TypeInfo;

/**
 * A record type of an installed area: its declaration and the class behind it. Immutable; lives as long as the area's unit.
 *
 * @param unit   the unit the class belongs to
 * @param fields by name, declared ones first, then custom ones, then the common ones, in order
 */
public record RecordModel(TypeInfo info, Class<? extends BaseRecord> entity, PersistenceUnit unit, Map<String, FieldModel> fields) {

    static RecordModel of(TypeInfo info, Class<? extends BaseRecord> entity, PersistenceUnit unit, List<FieldModel> fields) {
        Map<String, FieldModel> byName = new LinkedHashMap<>();
        fields.forEach(field -> byName.put(field.name(), field));
        return new RecordModel(info, entity, unit, java.util.Collections.unmodifiableMap(byName));
    }

    /** The same type with further fields between the declared and the common ones. */
    RecordModel with(List<FieldModel> custom) {
        if (custom.isEmpty()) {
            return this;
        }
        List<FieldModel> all = new java.util.ArrayList<>();
        fields.values().stream().filter(field -> !field.info().common()).forEach(all::add);
        all.addAll(custom);
        fields.values().stream().filter(field -> field.info().common()).forEach(all::add);
        return of(info.with(all.stream().map(FieldModel::info).toList()), entity, unit, all);
    }

    /** The type's full name. */
    public String name() {
        return info.name();
    }

    public boolean owned() {
        return info.owned();
    }

    public Optional<FieldModel> field(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    /** @throws TenonException INVALID naming the field if the type has none of this name */
    public FieldModel require(String name) {
        FieldModel field = fields.get(name);
        if (field == null) {
            throw TenonException.invalid(name, "unknownField", info.name() + " has no field " + name);
        }
        return field;
    }

    /** The field records are called by. */
    public FieldModel title() {
        return require(info.titleField());
    }

    /** Of the name alone: models are keys of maps, and a hash of all fields costs more than what is looked up. */
    @Override
    public int hashCode() {
        return name().hashCode();
    }
}

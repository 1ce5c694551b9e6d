package org.tenon.records.model;

import org.jspecify.annotations.Nullable;
import org.tenon.sdk.record.FieldInfo;
import org.tenon.sdk.record.FieldType;

/**
 * A field and the attribute behind it. The attribute has the field's name; custom fields have none.
 *
 * @param javaType the attribute's class, primitives boxed; of custom fields what an attribute of their type would have
 */
public record FieldModel(FieldInfo info, Class<?> javaType) {

    public String name() {
        return info.name();
    }

    public FieldType type() {
        return info.type();
    }

    /** True for a field added at run time: no attribute and no column of its own holds its value. */
    public boolean custom() {
        return info.custom() != null;
    }

    /** The column, of two the first; of custom fields the one they share. */
    public String column() {
        return info.column();
    }

    /** True for a reference to a record of any type. */
    public boolean anyReference() {
        return info.type() == FieldType.REFERENCE && "*".equals(info.reference());
    }

    /** The currency's or the referred type's column; null where one column holds all. */
    public @Nullable String secondColumn() {
        if (custom()) {
            return null;
        }
        if (info.type() == FieldType.MONEY) {
            return info.column() + "_currency";
        }
        return anyReference() ? info.column() + "_type" : null;
    }

    /** Of the name alone, as a model's is. */
    @Override
    public int hashCode() {
        return name().hashCode();
    }
}

package org.tenon.records.model;

import org.jspecify.annotations.Nullable;
import org.tenon.sdk.record.FieldInfo;
import org.tenon.sdk.record.FieldType;

/**
 * A field and the attribute behind it. The attribute has the field's name.
 *
 * @param javaType the attribute's class, primitives boxed
 */
public record FieldModel(FieldInfo info, Class<?> javaType) {

    public String name() {
        return info.name();
    }

    public FieldType type() {
        return info.type();
    }

    /** The column, of two the first. */
    public String column() {
        return info.column();
    }

    /** True for a reference to a record of any type. */
    public boolean anyReference() {
        return info.type() == FieldType.REFERENCE && "*".equals(info.reference());
    }

    /** The currency's or the referred type's column; null where one column holds all. */
    public @Nullable String secondColumn() {
        if (info.type() == FieldType.MONEY) {
            return info.column() + "_currency";
        }
        return anyReference() ? info.column() + "_type" : null;
    }
}

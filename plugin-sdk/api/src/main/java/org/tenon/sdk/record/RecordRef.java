package org.tenon.sdk.record;

import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/** Points to a record of any type, across areas, also of areas that are not installed. Columns: {@code varchar(63)} and {@code bigint}, named by attribute overrides. */
@Embeddable
public class RecordRef {

    private String type;
    private long target;

    protected RecordRef() {
        this("", 0);
    }

    /**
     * @param type   full name of the record type
     * @param target the record's id
     */
    public RecordRef(String type, long target) {
        this.type = type;
        this.target = target;
    }

    /** For accessors of entities: null for an attribute whose columns are empty, which may come back from the database as a hollow object. */
    public static @Nullable RecordRef orNull(@Nullable RecordRef stored) {
        return stored == null || stored.type == null || stored.type.isEmpty() ? null : stored;
    }

    public String type() {
        return type;
    }

    public long target() {
        return target;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RecordRef ref && target == ref.target && type.equals(ref.type);
    }

    @Override
    public int hashCode() {
        return 31 * type.hashCode() + Long.hashCode(target);
    }

    @Override
    public String toString() {
        return type + "/" + RecordId.text(target);
    }
}

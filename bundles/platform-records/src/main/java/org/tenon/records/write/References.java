package org.tenon.records.write;

import org.tenon.sdk.record.FieldType;

/** Knows which records may be referred to. */
@FunctionalInterface
interface References {

    /**
     * Whether the present caller may point a field at the record: it is there and they may see it. Of members and departments it is enough
     * that they are there; without identity every one counts as there.
     *
     * @param type full type name
     */
    boolean exists(FieldType field, String type, long id);
}

package org.tenon.records.sample;

import jakarta.persistence.Basic;
import jakarta.persistence.FetchType;
import jakarta.persistence.Lob;
import jakarta.persistence.MappedSuperclass;
import org.tenon.sdk.record.Field;
import org.tenon.sdk.record.FieldType;
import org.tenon.sdk.record.OwnedRecord;

/** A superclass of an area's own, with a plain and a lazy field. */
@MappedSuperclass
public abstract class Grown extends OwnedRecord {

    @Field
    private String origin;

    @Field(type = FieldType.LONG_TEXT)
    @Lob
    @Basic(fetch = FetchType.LAZY)
    private String story;

    public String origin() {
        return origin;
    }
}

package org.tenon.records.write;

import org.tenon.records.model.FieldModel;
import org.tenon.records.model.RecordModel;

/** Brings stored records in line with a custom field that changed. Safe for all threads. */
public interface Refills {

    /** How many records, deleted ones too, have a value of the field. Looks at every record. */
    long count(RecordModel model, String field);

    /**
     * Does the next records after an id: computes the field's formula, writes its rows for filters and orders, and its unique value. Neither versions
     * nor histories change. Joins the present transaction or makes one.
     *
     * @return the last id done, or -1 when there are no more
     * @throws org.tenon.sdk.TenonException CONFLICT naming both records if two have the same value of a unique field
     */
    long refill(RecordModel model, FieldModel field, long after, int limit);
}

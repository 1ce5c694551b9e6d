package org.tenon.records.bulk;

import java.util.Optional;
import org.tenon.records.model.RecordModel;
import org.tenon.records.write.Checked;
import org.tenon.records.write.RecordBatches;
import org.tenon.sdk.record.RecordId;

/** What is done with each record of a chunk. */
interface RowChange {

    /** True if the records lie in the recycle bin. */
    boolean bin();

    /** Whether what belongs to a record and to the same owner is changed with it. */
    default boolean along() {
        return false;
    }

    /** Why this record is to stay as it is, as a key of our texts; empty to change it. */
    default Optional<String> keep(RecordBatches batch, RecordModel model, RecordId id) {
        return Optional.empty();
    }

    /** Checks the change of one opened record; it is stored by whoever calls this. */
    Checked check(RecordBatches batch, RecordModel model, RecordId id);
}

package org.tenon.records.policy;

import org.jspecify.annotations.Nullable;
import org.tenon.sdk.record.BaseRecord;
import org.tenon.sdk.record.OwnedRecord;

/** What the policy needs to know of a record. @param ownerId null for none @param departmentId null for none */
public record Row(long id, @Nullable Long ownerId, @Nullable Long departmentId) {

    /** True if it belongs to neither a member nor a department. */
    public boolean unowned() {
        return ownerId == null && departmentId == null;
    }

    public static Row of(BaseRecord item) {
        return item instanceof OwnedRecord owned ? new Row(item.id(), owned.ownerId(), owned.departmentId()) : new Row(item.id(), null, null);
    }
}

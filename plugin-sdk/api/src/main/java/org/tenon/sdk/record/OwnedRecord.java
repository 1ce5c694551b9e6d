package org.tenon.sdk.record;

import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import org.jspecify.annotations.Nullable;

/** A record that belongs to a member and a department, which is what data scopes go by. {@code ${owned}} in a migration creates its columns. */
@MappedSuperclass
public abstract class OwnedRecord extends BaseRecord {

    @Column(name = "owner_id")
    private @Nullable Long ownerId;

    @Column(name = "department_id")
    private @Nullable Long departmentId;

    /** The member in charge; null where nobody is. */
    public final @Nullable Long ownerId() {
        return ownerId;
    }

    /** Hands the record to another member. */
    public final void ownedBy(@Nullable Long memberId) {
        this.ownerId = memberId;
    }

    /** The department in charge; null where none is. */
    public final @Nullable Long departmentId() {
        return departmentId;
    }

    public final void inDepartment(@Nullable Long department) {
        this.departmentId = department;
    }
}

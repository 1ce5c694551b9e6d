package org.tenon.records.policy;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rows a member's grants of one action open, without teams and shares.
 *
 * @param granted     false if no role grants the action at all
 * @param all         every record
 * @param owner       records this member owns; null if no grant says so
 * @param departments records of these departments
 * @param line        records these members own, whose superior the member is; reading only
 * @param unowned     records that belong to neither a member nor a department
 */
public record Reach(boolean granted, boolean all, @Nullable Long owner, Set<Long> departments, Set<Long> line, boolean unowned) {

    static final Reach NOTHING = new Reach(false, false, null, Set.of());
    static final Reach EVERYTHING = new Reach(true, true, null, Set.of());

    Reach(boolean granted, boolean all, @Nullable Long owner, Set<Long> departments) {
        this(granted, all, owner, departments, Set.of(), false);
    }

    /** Whether the row is among them. */
    public boolean covers(Row row) {
        Long its = row.ownerId();
        return all || its != null && (its.equals(owner) || line.contains(its)) || row.departmentId() != null && departments.contains(row.departmentId())
                || unowned && row.unowned();
    }

    /** This, and what a superior reads; nothing more where nothing is granted or everything is. */
    Reach widened(Set<Long> subordinates, boolean withUnowned) {
        return !granted || all ? this : new Reach(true, false, owner, departments, subordinates, withUnowned);
    }
}

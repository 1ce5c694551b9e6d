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
 */
public record Reach(boolean granted, boolean all, @Nullable Long owner, Set<Long> departments) {

    static final Reach NOTHING = new Reach(false, false, null, Set.of());
    static final Reach EVERYTHING = new Reach(true, true, null, Set.of());

    /** Whether the row is among them. */
    public boolean covers(Row row) {
        return all || owner != null && owner.equals(row.ownerId()) || row.departmentId() != null && departments.contains(row.departmentId());
    }
}

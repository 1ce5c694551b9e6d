package org.tenon.sdk.identity;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/** The organisation, as far as others need it. Answers come from memory and follow every committed change. Safe for all threads. */
@ProviderType
public interface Directory {

    /** What the member may do; {@link Grants#NONE} for one who left or is unknown. */
    Grants grants(long memberId);

    /** The department new records of the member belong to: their main one; empty if they belong to none. */
    Optional<Long> mainDepartment(long memberId);

    /** The department and all departments below it; itself alone where nothing lies below, or where it is unknown. */
    default Set<Long> below(long department) {
        return Set.of(department);
    }

    /** The ids of the roles the member holds, such as those something is shared with; empty for one who left or is unknown. */
    default Set<Long> roles(long memberId) {
        return Set.of();
    }

    /** False for a member who left; true for one who is there, and for one the directory does not know: whether they exist is decided elsewhere. */
    default boolean active(long memberId) {
        return true;
    }

    /** The superiors of the member, from the direct one up; empty for one who has none. */
    default List<Long> superiors(long memberId) {
        return List.of();
    }

    /** What the member, active or left, is called; empty for one who is unknown or in the recycle bin. */
    default Optional<String> memberName(long memberId) {
        return Optional.empty();
    }

    /** What the department is called; empty for one that is unknown or in the recycle bin. */
    default Optional<String> departmentName(long department) {
        return Optional.empty();
    }

    /** Where the member's days begin and end; empty for one who has not said, or is unknown: then where the server is. */
    default Optional<ZoneId> zone(long memberId) {
        return Optional.empty();
    }

    /** True if the caller holds the function or is an administrator or the system. */
    boolean holds(Caller caller, String function);
}

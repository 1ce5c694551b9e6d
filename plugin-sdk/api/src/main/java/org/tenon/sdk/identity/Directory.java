package org.tenon.sdk.identity;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** The organisation, as far as others need it. Answers come from memory and follow every committed change. Safe for all threads. */
@ProviderType
public interface Directory {

    /** What the member may do; {@link Grants#NONE} for one who left or is unknown. */
    Grants grants(long memberId);

    /** The department new records of the member belong to: their main one; empty if they belong to none. */
    Optional<Long> mainDepartment(long memberId);

    /** True if the caller holds the function or is an administrator or the system. */
    boolean holds(Caller caller, String function);
}

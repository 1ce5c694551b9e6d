package org.tenon.persistence;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.osgi.framework.Bundle;

/** What became of the areas' units. Safe for all threads. */
@ProviderType
public interface AreaStates {

    /** True from the bundle's start until its tables are up to date and its unit is open, or that has failed. */
    boolean opening(Bundle bundle);

    /** Why the bundle's area has no unit. Empty while that is still under way, where it succeeded, and for a bundle without an area. */
    Optional<AreaFailure> failure(Bundle bundle);
}

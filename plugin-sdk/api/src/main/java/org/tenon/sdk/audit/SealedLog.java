package org.tenon.sdk.audit;

import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ConsumerType;

/** A log whose rows are sealed one upon the other, so that a row changed behind its back is found. Registered as a service, checked by administrators. */
@ConsumerType
public interface SealedLog {

    /**
     * What a check found.
     *
     * @param rows   sealed rows looked at
     * @param broken the number of the first row that is not as it was sealed; null if all are
     */
    record Finding(long rows, @Nullable Long broken) {
    }

    /** Its name, such as {@code changes}. */
    String name();

    /** Walks over all sealed rows; takes as long as there are rows. */
    Finding check();
}

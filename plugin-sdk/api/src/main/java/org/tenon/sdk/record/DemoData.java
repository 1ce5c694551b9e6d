package org.tenon.sdk.record;

import org.osgi.annotation.versioning.ConsumerType;

/** Believable records for a try-out; loaded once, in order, when Tenon is started with {@code --demo} on an empty home. */
@ConsumerType
public interface DemoData {

    /** Ascending; the organisation is 0. */
    int order();

    /** Called as the system, outside a transaction. */
    void load();
}

package org.tenon.sdk.parameter;

import org.osgi.annotation.versioning.ProviderType;

/** What parameters hold now; a change by an administrator is seen within seconds on every node. Answers come from memory. Safe for all threads. */
@ProviderType
public interface Parameters {

    /** @throws IllegalArgumentException if no number of this name is contributed */
    long number(String name);

    /** Of a text or a choice. @throws IllegalArgumentException if none of this name is contributed */
    String text(String name);

    /** @throws IllegalArgumentException if no flag of this name is contributed */
    boolean flag(String name);
}

package org.tenon.sdk.record;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/** Which fields a write touches, and what stood there before. */
@ProviderType
public interface Changes {

    /** Names of the fields whose value differs from before. */
    Set<String> fields();

    /** True if any of them changes. */
    default boolean touch(String... names) {
        for (String name : names) {
            if (fields().contains(name)) {
                return true;
            }
        }
        return false;
    }

    /** The attribute's value before, null if it was empty. */
    @Nullable Object before(String field);
}

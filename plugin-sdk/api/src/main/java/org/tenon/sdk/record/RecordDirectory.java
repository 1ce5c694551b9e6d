package org.tenon.sdk.record;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** The record types of the areas installed now. Safe for all threads. */
@ProviderType
public interface RecordDirectory {

    /** By name. */
    List<TypeInfo> types();

    /** Empty when the type's area is not installed. */
    Optional<TypeInfo> type(String name);

    /** Rises with every area that comes or goes, and with every change of custom fields. */
    long revision();

    /** Runs {@code action} after each change of {@link #revision()}, on the thread that made it; close to end. */
    AutoCloseable onChange(Runnable action);
}

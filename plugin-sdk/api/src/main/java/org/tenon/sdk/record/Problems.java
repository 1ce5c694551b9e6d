package org.tenon.sdk.record;

import org.osgi.annotation.versioning.ProviderType;

/** Collects what is wrong with a record, all at once, so that people see every error together. */
@ProviderType
public interface Problems {

    /**
     * Refuses a field.
     *
     * @param field the field's name, empty for the whole record
     * @param code  a stable word; the message is the text {@code problem.<code>} of the type's area, else of the platform
     * @param args  for the message's placeholders
     */
    void refuse(String field, String code, Object... args);
}

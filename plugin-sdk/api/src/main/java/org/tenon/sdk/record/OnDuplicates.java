package org.tenon.sdk.record;

import java.util.Locale;
import org.tenon.sdk.TenonException;

/** What shall happen when a record that is written is probably the same as a stored one. */
public enum OnDuplicates {
    /** Nobody looks. */
    IGNORE,
    /** The record is written; the answer names the others in {@code _duplicates}. */
    ALLOW,
    /** The record is not written if another is most probably the same: CONFLICT, with the others in {@code duplicates}. */
    REFUSE,
    /** As {@link #ALLOW}, and stored even if an administrator's rule blocks it; only for those who may override rules: FORBIDDEN. */
    OVERRIDE;

    /** @param word in lower case, as in URLs. @throws TenonException UNREADABLE for another word */
    public static OnDuplicates of(String word) {
        for (OnDuplicates each : values()) {
            if (each.name().toLowerCase(Locale.ROOT).equals(word)) {
                return each;
            }
        }
        throw TenonException.unreadable("duplicates is allow, refuse, ignore or override, not " + word);
    }
}

package org.tenon.records.policy;

import org.jspecify.annotations.Nullable;
import org.tenon.sdk.identity.Grants.RecordGrant;

/**
 * One reason why a member may, or may not, do something with a record.
 *
 * @param grant   what a role grants, for {@code GRANT} and {@code SHORT}; else null
 * @param opening the entry, for {@code OPENING}; else null
 */
public record Reason(Kind kind, @Nullable RecordGrant grant, @Nullable Opening opening) {

    /** Those that allow come first; the last two refuse. */
    public enum Kind { SYSTEM, ADMINISTRATOR, GRANT, SUPERIOR, UNOWNED, OPENING, SHORT, NOT_GRANTED }

    static Reason of(Kind kind) {
        return new Reason(kind, null, null);
    }

    /** Whether it is one to allow it. */
    public boolean allows() {
        return kind.compareTo(Kind.SHORT) < 0;
    }
}

package org.tenon.records.policy;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a team or share that opens a record to a member now.
 *
 * @param type      the type of the record that has the entry: the one asked about, or the one that it follows
 * @param record    that record
 * @param grantee   the member, or the department they belong to
 * @param write     false for reading alone
 * @param expiresAt UTC, null for never
 */
public record Opening(Kind kind, String type, long record, long grantee, boolean write, @Nullable LocalDateTime expiresAt) {

    /** How it opens the record. */
    public enum Kind { TEAM, MEMBER, DEPARTMENT }
}

package org.tenon.records.log;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A row of the change log as it is written, before it has a number.
 *
 * @param id       time-sorted, as of records
 * @param memberId 0 for the system
 * @param at       UTC, microseconds
 * @param fields   JSON array of {@code {"field","old","new"}}
 * @param source   the way it came, see {@link org.tenon.sdk.identity.Via}, in lower case; null where not known. The log itself notes it
 */
public record ChangeRow(long id, String type, long target, String action, int version, @Nullable Long ownerId, @Nullable Long departmentId,
                        long memberId, String memberName, LocalDateTime at, String fields, @Nullable String source) {

    /** One to be written. */
    public ChangeRow(long id, String type, long target, String action, int version, @Nullable Long ownerId, @Nullable Long departmentId,
                     long memberId, String memberName, LocalDateTime at, String fields) {
        this(id, type, target, action, version, ownerId, departmentId, memberId, memberName, at, fields, null);
    }
}

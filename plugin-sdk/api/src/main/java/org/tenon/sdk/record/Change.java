package org.tenon.sdk.record;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A committed write, as the change log has it.
 *
 * @param seq          its number; numbers follow the order of commits, without gaps that fill later
 * @param type         full type name
 * @param target       the record's id
 * @param action       {@code create update delete restore} or a declared action
 * @param version      the record's version after it
 * @param ownerId      owner after it, null for none
 * @param departmentId department after it, null for none
 * @param memberId     who did it, 0 for the system
 * @param at           UTC
 * @param fields       JSON array of {@code {"field","old","new"}}
 */
public record Change(long seq, String type, long target, String action, int version, @Nullable Long ownerId, @Nullable Long departmentId,
                     long memberId, LocalDateTime at, String fields) {
}

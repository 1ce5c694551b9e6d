package org.tenon.records.access;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tenon.sdk.record.RecordId;

/**
 * Opens one record to one member or department.
 *
 * @param grantee   member, or department for {@link Way#DEPARTMENT}
 * @param write     false for reading alone
 * @param expiresAt UTC, whole microseconds; null for never
 */
record Entry(Way way, long grantee, boolean write, @Nullable LocalDateTime expiresAt) {

    /** As one of the team, or shared with a member or a department. */
    enum Way {
        TEAM("team"), MEMBER("member"), DEPARTMENT("department");

        private final String key;

        Way(String key) {
            this.key = key;
        }

        String key() {
            return key;
        }

        /** The record type of whom it opens the record to. */
        String type() {
            return this == DEPARTMENT ? "identity.department" : "identity.member";
        }

        /** What the change log calls a change of it. */
        String action() {
            return this == TEAM ? "team" : "share";
        }
    }

    boolean expired(LocalDateTime now) {
        return expiresAt != null && !expiresAt.isAfter(now);
    }

    /** Whether it lasts beyond that moment. @param until null for one that never comes */
    boolean outlasts(@Nullable LocalDateTime until) {
        return until != null && (expiresAt == null || expiresAt.isAfter(until));
    }

    /** As answers and the change log have it. */
    Map<String, @Nullable Object> json() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        if (way == Way.TEAM) {
            json.put("member", RecordId.text(grantee));
        } else {
            json.put("kind", way.key());
            json.put("grantee", RecordId.text(grantee));
        }
        json.put("access", write ? "write" : "read");
        json.put("expiresAt", expiresAt == null ? null : expiresAt.toInstant(ZoneOffset.UTC).toString());
        return json;
    }
}

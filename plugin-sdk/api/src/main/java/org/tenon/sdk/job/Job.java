package org.tenon.sdk.job;

import java.time.LocalDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tenon.sdk.record.RecordId;

/**
 * A job as it stands.
 *
 * @param subject    what it is about, for people
 * @param memberId   who submitted it, 0 for the system
 * @param parameters as submitted
 * @param done       units of work done, such as rows
 * @param total      units in all, null while unknown
 * @param result     what the handler answered; empty until it has succeeded
 * @param problem    why it failed, for people; null unless it did
 * @param createdAt  UTC
 * @param startedAt  UTC, null while it waits
 * @param endedAt    UTC, null until it ends
 */
public record Job(RecordId id, String kind, String subject, State state, long memberId, Map<String, Object> parameters, long done,
                  @Nullable Long total, Map<String, Object> result, @Nullable String problem, LocalDateTime createdAt,
                  @Nullable LocalDateTime startedAt, @Nullable LocalDateTime endedAt) {

    /** From submission to end. */
    public enum State {
        WAITING, RUNNING, SUCCEEDED, FAILED, CANCELLED;

        /** True once nothing more will happen. */
        public boolean ended() {
            return this == SUCCEEDED || this == FAILED || this == CANCELLED;
        }
    }
}

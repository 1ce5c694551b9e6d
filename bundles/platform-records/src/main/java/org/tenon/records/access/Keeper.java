package org.tenon.records.access;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tenon.records.access.Entry.Way;
import org.tenon.records.policy.Opening;
import org.tenon.records.policy.RecordPolicy;
import org.tenon.records.policy.Row;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.record.TypeInfo;
import org.tenon.sdk.text.Labels;

/**
 * Who may open a record to others: its owner, and whoever may change it. Those who may change it only by an entry themselves hand on no more
 * than they have: not beyond their own time, and their own entry is for others to change.
 */
final class Keeper {

    private final RecordPolicy policy;
    private final Labels labels;

    Keeper(RecordPolicy policy, Labels labels) {
        this.policy = policy;
        this.labels = labels;
    }

    boolean keeps(Caller caller, TypeInfo type, Row row) {
        return owns(caller, row) || policy.allows(caller, type, "update", row);
    }

    /**
     * @param before the entry there was, null for none
     * @param after  the one to be, null for none
     * @throws TenonException FORBIDDEN; INVALID for a time beyond the caller's own
     */
    void check(Caller caller, TypeInfo type, Row row, @Nullable Entry before, @Nullable Entry after) {
        if (owns(caller, row) || policy.access(caller, type).reach("update").covers(row)) {
            return;
        }
        List<Opening> own = policy.openings(caller, type, row).stream().filter(Opening::write).toList();
        if (own.isEmpty() || !policy.allows(caller, type, "update", row)) {
            throw refused(caller, "access.refused");
        }
        LocalDateTime until = own.stream().anyMatch(opening -> opening.expiresAt() == null) ? null
                : own.stream().map(Opening::expiresAt).max(LocalDateTime::compareTo).orElseThrow();
        if (before != null && before.outlasts(until) || mine(caller, before) || mine(caller, after)) {
            throw refused(caller, "access.beyond");
        }
        if (after != null && after.outlasts(until)) {
            throw TenonException.invalid("expiresAt", "beyond", labels.text("records", "access.beyond", caller.locale()));
        }
    }

    private static boolean owns(Caller caller, Row row) {
        return row.ownerId() != null && row.ownerId() == caller.memberId();
    }

    private static boolean mine(Caller caller, @Nullable Entry entry) {
        return entry != null && entry.way() != Way.DEPARTMENT && entry.grantee() == caller.memberId();
    }

    private TenonException refused(Caller caller, String key) {
        return TenonException.forbidden(labels.text("records", key, caller.locale()));
    }
}

package org.tenon.records.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.LongFunction;
import org.tenon.records.policy.Reason.Kind;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.identity.Grants;
import org.tenon.sdk.identity.Grants.RecordGrant;
import org.tenon.sdk.record.TypeInfo;

/** Finds why a caller may or may not do something with a record: every grant and entry that allows it, else every grant that falls short. */
final class Reasons {

    private final Caller caller;
    private final TypeInfo type;
    private final TypeAccess access;
    private final Row row;
    private final Grants grants;
    private final SharedRecords shared;
    private final LongFunction<Set<Long>> below;

    Reasons(Caller caller, TypeAccess access, Row row, Grants grants, SharedRecords shared, LongFunction<Set<Long>> below) {
        this.caller = caller;
        this.access = access;
        this.type = access.type();
        this.row = row;
        this.grants = grants;
        this.shared = shared;
        this.below = below;
    }

    List<Reason> of(String action) {
        if (caller.system() || grants.administrator()) {
            return List.of(Reason.of(caller.system() ? Kind.SYSTEM : Kind.ADMINISTRATOR));
        }
        List<RecordGrant> held = grants.records().stream().filter(grant -> grant.type().equals(type.name()) && grant.action().equals(action)).toList();
        if (held.isEmpty()) {
            return List.of(Reason.of(Kind.NOT_GRANTED));
        }
        List<Reason> reasons = new ArrayList<>();
        held.stream().filter(this::covers).forEach(grant -> reasons.add(new Reason(Kind.GRANT, grant, null)));
        if (type.owned()) {
            if (action.equals("read") && row.ownerId() != null && grants.line().contains(row.ownerId())) {
                reasons.add(Reason.of(Kind.SUPERIOR));
            }
            if (action.equals("read") && grants.unowned() && row.unowned()) {
                reasons.add(Reason.of(Kind.UNOWNED));
            }
            openings(action).forEach(opening -> reasons.add(new Reason(Kind.OPENING, null, opening)));
        }
        if (reasons.isEmpty()) {
            held.forEach(grant -> reasons.add(new Reason(Kind.SHORT, grant, null)));
        }
        return reasons;
    }

    private boolean covers(RecordGrant grant) {
        return Levels.reach(type, caller.memberId(), grants, grant, below).covers(row);
    }

    private List<Opening> openings(String action) {
        return RecordPolicy.OWNERS_ALONE.contains(action) ? List.of()
                : shared.openings(caller.memberId(), grants.departments(), access, row.id()).stream()
                        .filter(opening -> opening.write() || action.equals("read")).toList();
    }
}

package org.tenon.records.query;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.tenon.records.policy.Reach;
import org.tenon.records.policy.TypeAccess;

/** Row policy as branches of a query. */
final class Branches {

    /** More departments than this are one branch with {@code IN}: beyond it the single queries cost more than sorting. */
    static final int SINGLE_DEPARTMENTS = 32;

    private Branches() {
    }

    /**
     * The ways to every record the action reaches; none if it reaches nothing.
     *
     * @param single      each department a branch of its own, if there are not too many: for walking in order; else one for all: for counting
     * @param shares      whether teams and shares open records too
     * @param member      the caller
     * @param departments those the caller belongs to
     */
    static List<Branch> of(TypeAccess access, String action, boolean single, boolean shares, long member, Set<Long> departments) {
        Reach reach = access.reach(action);
        if (!reach.granted()) {
            return List.of();
        }
        if (reach.all()) {
            return List.of(Branch.where(new Sql()));
        }
        List<Branch> branches = new ArrayList<>();
        if (reach.owner() != null) {
            branches.add(Branch.where(new Sql().add("r.owner_id = ").bind(reach.owner())));
        }
        Set<Long> reached = new TreeSet<>(reach.departments());
        if (!reached.isEmpty() && (!single || reached.size() > SINGLE_DEPARTMENTS)) {
            branches.add(Branch.where(new Sql().add("r.department_id IN ").list(Binds.padded(reached))));
        } else {
            reached.forEach(department -> branches.add(Branch.where(new Sql().add("r.department_id = ").bind(department))));
        }
        if (shares) {
            LocalDateTime now = LocalDateTime.now(ZoneOffset.UTC);
            branches.add(new Branch("records_team", valid(new Sql().add("s.member_id = ").bind(member), access, now)));
            branches.add(new Branch("records_share", valid(new Sql().add("s.grantee_kind = 'member' AND s.grantee_id = ").bind(member), access, now)));
            for (Long department : departments) {
                branches.add(new Branch("records_share", valid(new Sql().add("s.grantee_kind = 'department' AND s.grantee_id = ").bind(department), access, now)));
            }
        }
        return branches;
    }

    private static Sql valid(Sql grantee, TypeAccess access, LocalDateTime now) {
        return grantee.add(" AND s.record_type = ").bind(access.type().name()).add(" AND (s.expires_at IS NULL OR s.expires_at > ").bind(now).add(")");
    }
}

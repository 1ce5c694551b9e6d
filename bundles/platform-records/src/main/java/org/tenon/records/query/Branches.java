package org.tenon.records.query;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.tenon.records.policy.Lead;
import org.tenon.records.policy.Reach;
import org.tenon.records.policy.TypeAccess;

/** Row policy as branches of a query. */
final class Branches {

    /** More departments than this are one branch with {@code IN}: beyond it the single queries cost more than sorting. */
    static final int SINGLE_DEPARTMENTS = 32;

    /** The same for members of one's line, and how many of them one {@code IN} names at most. */
    static final int SINGLE_MEMBERS = 32;
    static final int MEMBERS = 1000;

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
        owners(reach, single, branches);
        Set<Long> reached = new TreeSet<>(reach.departments());
        if (!reached.isEmpty() && (!single || reached.size() > SINGLE_DEPARTMENTS)) {
            branches.add(Branch.where(new Sql().add("r.department_id IN ").list(Binds.padded(reached))));
        } else {
            reached.forEach(department -> branches.add(Branch.own(new Sql().add("r.department_id = ").bind(department))));
        }
        if (reach.unowned()) {
            branches.add(Branch.where(new Sql().add("r.owner_id IS NULL AND r.department_id IS NULL")));
        }
        if (shares) {
            Lead.of(access).forEach(lead -> openings(lead, member, departments, branches));
        }
        return branches;
    }

    /** True for what any of the branches leads to. @param branches none that leads to everything */
    static Sql either(List<Branch> branches) {
        Sql any = new Sql().add("(1 = 0");
        for (Branch branch : branches) {
            any.add(" OR ");
            if (branch.driver() == null) {
                any.add("(").add(branch.where()).add(")");
            } else {
                any.add("EXISTS (SELECT 1 FROM ").add(branch.driver()).add(" s WHERE ").add(branch.on()).add(" AND ").add(branch.where()).add(")");
            }
        }
        return any.add(")");
    }

    private static void owners(Reach reach, boolean single, List<Branch> branches) {
        List<Long> owners = new ArrayList<>(new TreeSet<>(reach.line()));
        if (reach.owner() != null) {
            branches.add(Branch.own(new Sql().add("r.owner_id = ").bind(reach.owner())));
            owners.remove(reach.owner());
        }
        if (single && owners.size() <= SINGLE_MEMBERS) {
            owners.forEach(owner -> branches.add(Branch.own(new Sql().add("r.owner_id = ").bind(owner))));
            return;
        }
        for (int from = 0; from < owners.size(); from += MEMBERS) {
            List<Long> some = owners.subList(from, Math.min(owners.size(), from + MEMBERS));
            branches.add(Branch.where(new Sql().add("r.owner_id IN ").list(Binds.padded(some))));
        }
    }

    private static void openings(Lead lead, long member, Set<Long> departments, List<Branch> branches) {
        LocalDateTime now = LocalDateTime.now(ZoneOffset.UTC);
        branches.add(Branch.from("records_team", lead.on(), valid(new Sql().add("s.member_id = ").bind(member), now)));
        branches.add(Branch.from("records_share", lead.on(), valid(new Sql().add("s.grantee_kind = 'member' AND s.grantee_id = ").bind(member), now)));
        for (Long department : departments) {
            branches.add(Branch.from("records_share", lead.on(), valid(new Sql().add("s.grantee_kind = 'department' AND s.grantee_id = ").bind(department), now)));
        }
    }

    private static Sql valid(Sql grantee, LocalDateTime now) {
        return grantee.add(" AND (s.expires_at IS NULL OR s.expires_at > ").bind(now).add(")");
    }
}

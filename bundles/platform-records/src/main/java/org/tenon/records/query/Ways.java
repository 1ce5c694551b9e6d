package org.tenon.records.query;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tenon.persistence.DbKind;
import org.tenon.records.model.RecordModel;
import org.tenon.sdk.conditions.Condition.All;
import org.tenon.sdk.conditions.Condition;

/**
 * The ways to a list's records, and which is the shortest for a page: scope by scope; from the few values that fulfil a test on
 * {@code records_value}; or along the list's order, trying each record. Databases know neither how a value is distributed within its field nor how
 * much a scope holds, so both are counted first, up to where it no longer matters.
 */
final class Ways {

    private final DbKind kind;
    private final RecordModel model;
    private final Sizes sizes;
    private final List<Branch> scopes;
    private final List<Branch> wide;
    private final Sql living;
    private final List<Condition> parts;
    private final ConditionSql conditions;
    private final List<Condition> tests;

    /**
     * @param scopes     what the caller's grants open, each to be walked by itself
     * @param wide       the same in as few branches as can be
     * @param living     what holds for every record besides
     * @param conditions puts the condition into SQL
     */
    Ways(DbKind kind, RecordModel model, Sizes sizes, List<Branch> scopes, List<Branch> wide, Sql living, Condition condition, ConditionSql conditions) {
        this.kind = kind;
        this.model = model;
        this.sizes = sizes;
        this.scopes = scopes;
        this.wide = wide;
        this.living = living;
        this.parts = condition instanceof All all ? all.parts() : List.of(condition);
        this.conditions = conditions;
        this.tests = parts.stream().filter(conditions::holdable).toList();
    }

    /** Scope by scope, every record of each tried. */
    List<Branch> byScope() {
        return scopes.stream().map(this::filtered).toList();
    }

    private List<Branch> ofFew() {
        return byScope().stream().map(Branch::ofFew).toList();
    }

    /** In few branches, for what reads every record: from the values if there is a test on them, else scope by scope. */
    List<Branch> forAll() {
        return tests.isEmpty() || wide.isEmpty() ? wide.stream().map(this::filtered).toList() : List.of(from(tests.get(0)));
    }

    /** As {@link #forAll}, from the rarest of several values. @param most records that are counted at most */
    List<Branch> forTotal(Connection connection, int most) throws SQLException {
        return tests.size() < 2 || wide.isEmpty() ? forAll() : List.of(from(Objects.requireNonNull(rarest(connection, most).test())));
    }

    /**
     * The shortest way to a page.
     *
     * <p>A walk along an order of n records, m of which are in the list, tries {@code want · n / m} of them for a page; to fetch and sort the m takes m.
     * So the few are those up to the root of {@code want · n}. Scopes that are walked one by one try more: each fetches some records ahead.
     *
     * @param back whether the order is walked backwards, which Derby cannot do along an index
     * @param want records of a page
     */
    List<Branch> forPage(Connection connection, Order order, boolean back, int want) throws SQLException {
        boolean all = all();
        boolean eachInOrder = all || order.text().equals(model.info().defaultSort()) && !(back && kind == DbKind.DERBY);
        if (scopes.isEmpty() || tests.isEmpty() && eachInOrder) {
            return byScope();
        }
        double wanted = eachInOrder && !all ? 2 * want + 4 * scopes.size() : want;
        long few = (long) Math.sqrt(wanted * sizes.rows(connection, model.info().table()));
        Rarest rarest = rarest(connection, few);
        if (rarest.rows() < few) {
            return rarest.rows() > 0 && !all && scoped(connection, rarest.rows()) < rarest.rows() ? ofFew() : List.of(from(Objects.requireNonNull(rarest.test())));
        }
        if (eachInOrder) {
            return byScope();
        }
        return scoped(connection, few) < few ? ofFew() : List.of(filtered(Branch.where(Branches.either(wide))));
    }

    /** @param rows what the test finds; as many as were counted if each finds more */
    private record Rarest(@Nullable Condition test, long rows) {
    }

    private Rarest rarest(Connection connection, long most) throws SQLException {
        Rarest rarest = new Rarest(null, most);
        for (Condition test : tests) {
            long found = upTo(connection, conditions.values(test), rarest.rows());
            rarest = rarest.test() == null || found < rarest.rows() ? new Rarest(test, found) : rarest;
            if (found == 0) {
                break;
            }
        }
        return rarest;
    }

    private boolean all() {
        return scopes.size() == 1 && scopes.get(0).where().isEmpty();
    }

    private Branch filtered(Branch scope) {
        return filtered(scope, null);
    }

    private Branch filtered(Branch scope, @Nullable Condition but) {
        Branch branch = scope.and(living);
        List<Condition> rest = parts.stream().filter(part -> part != but).toList();
        return rest.isEmpty() ? branch : branch.and(conditions.of(new All(rest)));
    }

    private Branch from(Condition test) {
        Branch scope = all() ? Branch.held(conditions.holders(test), new Sql()) : Branch.held(conditions.holders(test), Branches.either(wide));
        return filtered(scope, test);
    }

    /** How many records the scopes hold; {@code most} if there are more. */
    private long scoped(Connection connection, long most) throws SQLException {
        long found = 0;
        for (Branch scope : scopes) {
            Sql ids = scope.driver() == null ? new Sql().add("SELECT r.id FROM ").add(model.info().table()).add(" r WHERE ").add(scope.where())
                    : new Sql().add("SELECT s.record_id FROM ").add(scope.driver()).add(" s WHERE ").add(scope.where());
            found += upTo(connection, ids, most - found);
            if (found >= most) {
                return most;
            }
        }
        return found;
    }

    private static long upTo(Connection connection, Sql query, long most) throws SQLException {
        Sql sql = new Sql().add("SELECT COUNT(*) FROM (").add(query).add(" FETCH FIRST ").bind(most).add(" ROWS ONLY) c");
        try (PreparedStatement count = sql.prepare(connection); ResultSet rows = count.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }
}

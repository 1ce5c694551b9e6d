package org.tenon.records.query;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.tenon.persistence.DbKind;
import org.tenon.records.model.RecordModel;
import org.tenon.sdk.conditions.Condition.All;
import org.tenon.sdk.conditions.Condition;

/**
 * The ways to a list's records, and which is the shortest for a page: scope by scope; from the few values that fulfil a test on
 * {@code records_value}; along the index of the list's order, looking up only what fulfils it; or along the order, trying each record. Databases know neither how a value is distributed within its field nor how
 * much a scope holds, so both are counted first, up to where it no longer matters.
 */
final class Ways {

    /** What looking a record up costs, in entries of an index that is walked along: 14 to 35 µs against 0.4 to 1 µs, with a million records. */
    static final int LOOK_UP = 10;

    private final DbKind kind;
    private final RecordModel model;
    private final Sizes sizes;
    private final Counts counts;
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
    Ways(DbKind kind, RecordModel model, Sizes sizes, Counts counts, List<Branch> scopes, List<Branch> wide, Sql living, Condition condition, ConditionSql conditions) {
        this.kind = kind;
        this.model = model;
        this.sizes = sizes;
        this.counts = counts;
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
     * <p>A walk along an order of n records, m of which are in the list, meets {@code want · n / m} of them for a page; to fetch and sort the m takes m.
     * So a scope has few up to the root of {@code want · n}. Scopes that are walked one by one meet more: each fetches some records ahead.
     *
     * <p>A test on {@code records_value} offers a third way: its ids read from its index, the order's index walked for those, m and {@code want · n / m}
     * entries. An entry costs a tenth of a look-up ({@link #LOOK_UP}); who tries each record along the order looks up two, it and its value.
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
        long rows = Math.max(1, sizes.rows(connection, model.info().table()));
        double met = (eachInOrder && !all ? 2 * want + 4 * scopes.size() : want) * (double) rows;
        boolean indexed = kind == DbKind.POSTGRESQL || !order.side() || order.walked(order.descending() != back).isPresent();
        long most = (long) Math.sqrt(met * (indexed ? 2 * LOOK_UP : 1));
        Rarest rarest = rarest(connection, most);
        if (rarest.test() != null && rarest.rows() < most) {
            return fromTest(connection, rarest.test(), rarest.rows(), most, met, indexed, eachInOrder ? 0 : rows);
        }
        if (eachInOrder) {
            return byScope();
        }
        long few = (long) Math.sqrt(met);
        return scoped(connection, few) < few ? ofFew() : List.of(filtered(Branch.where(Branches.either(wide))));
    }

    /**
     * For a test that few values fulfil: these looked up, the order walked for them, or the scopes' records tried where those are fewer still.
     *
     * @param held    how many values fulfil it
     * @param most    more than that
     * @param met     entries of the order's index that a page takes, times what is held
     * @param indexed whether the order has an index to walk along
     * @param beside  how many records the walk meets whose scope shows only when they are looked up; 0 if it goes along the scopes
     */
    private List<Branch> fromTest(Connection connection, Condition test, long held, long most, double met, boolean indexed, long beside) throws SQLException {
        double lookUps = (double) LOOK_UP * held;
        double walk = indexed ? held + met / Math.max(1, held) : Double.MAX_VALUE;
        if (held == 0 || all()) {
            return walk < lookUps ? sifted(connection, test, most, beside) : List.of(from(test));
        }
        double few = (beside > 0 ? lookUps : Math.min(lookUps, walk)) / (2 * LOOK_UP);
        double enough = walk < lookUps ? met / held * beside / (lookUps - held) : Double.MAX_VALUE;
        long scoped = scoped(connection, (long) (enough < lookUps ? Math.max(few, enough) : few) + 1);
        if (scoped < few && (beside == 0 || scoped < enough)) {
            return ofFew();
        }
        return scoped >= enough ? sifted(connection, test, most, beside) : List.of(from(test));
    }

    /** @param beside as in {@link #fromTest} */
    private List<Branch> sifted(Connection connection, Condition test, long most, long beside) throws SQLException {
        long[] ids = ids(connection, test, most);
        if (ids.length == most) {
            return List.of(from(test));
        }
        long rows = sizes.rows(connection, model.info().table());
        if (all() || beside > 0) {
            return List.of(from(test).sieved(new Sieve(ids, new Sql(), rows)));
        }
        return scopes.stream().map(scope -> scope.driver() != null ? filtered(scope)
                : filtered(Branch.held(conditions.holders(test), scope.where()), test).sieved(new Sieve(ids, scope.own() ? scope.where() : new Sql(), rows))).toList();
    }

    private long[] ids(Connection connection, Condition test, long most) throws SQLException {
        LongStream.Builder ids = LongStream.builder();
        Sql sql = conditions.values(test).add(" FETCH FIRST ").bind(most).add(" ROWS ONLY");
        try (PreparedStatement statement = sql.prepare(connection); ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                ids.add(rows.getLong(1));
            }
        }
        return ids.build().toArray();
    }

    /** @param rows what the test finds; as many as were counted if each finds more */
    private record Rarest(@Nullable Condition test, long rows) {
    }

    private Rarest rarest(Connection connection, long most) throws SQLException {
        Rarest rarest = new Rarest(null, most);
        for (Condition test : tests) {
            long found = counts.recent(connection, conditions.values(test), rarest.rows());
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
            found += scope.driver() == null ? counts.recent(connection, ids, most - found) : counts.now(connection, ids, most - found);
            if (found >= most) {
                return most;
            }
        }
        return found;
    }
}

package org.tenon.records.query;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tenon.persistence.DbKind;
import org.tenon.records.model.RecordModel;

/** Walks an ordered list by key from any place, either way: first the segment of records with a value, then that of empty ones. */
final class Keyset {

    private final DbKind kind;
    private final String table;
    private final String type;
    private final Order order;
    private final List<Branch> branches;

    /** @param key null in the segment of empty ones */
    record Key(long id, @Nullable Object key) {
    }

    /** @param branches what each row must fulfil, scope and filter together */
    Keyset(DbKind kind, RecordModel model, Order order, List<Branch> branches) {
        this.kind = kind;
        this.table = model.info().table();
        this.type = model.name();
        this.order = order;
        this.branches = branches;
    }

    /**
     * The next records from the cursor on, in the direction of walking.
     *
     * @param from null to start at the list's beginning; else its {@code back} decides the direction
     * @param want at most so many
     */
    List<Key> walk(Connection connection, @Nullable Cursor from, int want) throws SQLException {
        boolean back = from != null && from.back();
        boolean startsInEmpties = from == null ? back : order.nullable() && from.key() == null;
        List<Key> found = new ArrayList<>();
        boolean started = false;
        for (boolean values : order.nullable() ? new boolean[] {!back, back} : new boolean[] {true}) {
            boolean here = values != startsInEmpties;
            if ((started || here) && found.size() < want) {
                found.addAll(segment(connection, values, back, here ? from : null, want - found.size()));
            }
            started |= here;
        }
        return found;
    }

    private List<Key> segment(Connection connection, boolean values, boolean back, @Nullable Cursor from, int want) throws SQLException {
        boolean down = order.descending() != back;
        if (branches.size() == 1) {
            return rows(connection, branches.get(0), values, down, from, want);
        }
        Comparator<Key> ascending = values ? Comparator.comparing(Key::key, KeyOrder.of(kind)).thenComparing(Key::id) : Comparator.comparing(Key::id);
        List<Lanes.Lane> lanes = new ArrayList<>();
        for (Branch branch : branches) {
            int first = branch.led() && branch.sieve() == null ? want : Math.max(4, 2 * want / branches.size());
            lanes.add(new Lanes.Lane((after, limit) -> rows(connection, branch, values, down, after == null ? from : place(after, back), limit), first));
        }
        return Lanes.merge(lanes, down ? ascending.reversed() : ascending, want);
    }

    private Cursor place(Key after, boolean back) {
        return new Cursor(order.text(), back, after.key(), after.id());
    }

    private List<Key> rows(Connection connection, Branch branch, boolean values, boolean down, @Nullable Cursor from, int want) throws SQLException {
        Sieve sieve = branch.sieve();
        if (sieve != null) {
            return order.side() && !values ? rows(connection, branch.sieved(null), false, down, from, want) : sifted(connection, branch, sieve, values, down, from, want);
        }
        boolean side = order.side() && values;
        boolean fenced = kind == DbKind.POSTGRESQL && branch.led();
        List<Key> keys = new ArrayList<>();
        read(connection, sql(side ? From.ordered(kind, table, branch, type, order, down) : From.of(kind, table, branch), branch.where(), fenced, values, down, from, want), values, keys::add);
        return keys;
    }

    /**
     * Walks the order's index and looks up only what the sieve holds. Where so little of that is in the list that the walk becomes longer than looking up
     * all the sieve holds, it goes on from these: at worst it costs twice the shorter way.
     */
    private List<Key> sifted(Connection connection, Branch branch, Sieve sieve, boolean values, boolean down, @Nullable Cursor from, int want) throws SQLException {
        boolean side = order.side() && values;
        Sql along = side ? new Sql().add("o.record_type = ").bind(type).add(" AND o.field_key = ").bind(order.field()) : sieve.along();
        Sql index = From.index(kind, table, order, side, down);
        List<Key> found = new ArrayList<>();
        Cursor at = from;
        Sifting sifting = new Sifting(sieve, want);
        while (true) {
            int ahead = sifting.begin();
            read(connection, sql(index, along, false, values, down, at, ahead), values, sifting);
            found.addAll(fulfilling(connection, branch, sifting.held()));
            if (found.size() >= want || sifting.atEnd()) {
                return found.size() > want ? found.subList(0, want) : found;
            }
            at = place(sifting.last(), false);
            if (sifting.walked() > (long) Ways.LOOK_UP * sieve.size()) {
                found.addAll(rows(connection, branch.sieved(null), values, down, at, want - found.size()));
                return found;
            }
        }
    }

    /** Those of the keys whose records are in the branch, in the same order. */
    private List<Key> fulfilling(Connection connection, Branch branch, List<Key> keys) throws SQLException {
        if (keys.isEmpty()) {
            return keys;
        }
        Sql sql = new Sql().add("SELECT r.id FROM ").add(table).add(" r WHERE r.id IN ").list(Binds.padded(keys.stream().map(Key::id).toList())).add(" AND ").add(branch.where());
        Set<Long> good = new HashSet<>();
        try (PreparedStatement statement = sql.prepare(connection); ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                good.add(rows.getLong(1));
            }
        }
        return keys.stream().filter(key -> good.contains(key.id())).toList();
    }

    private Sql sql(Sql tables, Sql where, boolean fenced, boolean values, boolean down, @Nullable Cursor from, int want) {
        String column = order.column();
        boolean byId = column.equals("r.id");
        String id = order.side() && values ? "o.record_id" : "r.id";
        Sql sql = new Sql().add(fenced ? "SELECT id, k FROM (" : "").add("SELECT ").add(id).add(" AS id, ").add(order.side() && !values ? "r.id" : column)
                .add(" AS k").add(tables).add(" WHERE ");
        if (!where.isEmpty()) {
            sql.add(where).add(" AND ");
        }
        if (byId) {
            sql.add(from == null ? down ? "r.id <= " : "r.id >= " : down ? "r.id < " : "r.id > ").bind(from == null ? order.first(down) : (Object) from.id());
        } else if (values && fenced) {
            sql.add(column).add(" IS NOT NULL");
        } else if (values) {
            range(sql, column, id, down, from);
        } else {
            empty(sql);
            if (from != null) {
                sql.add(down ? " AND r.id < " : " AND r.id > ").bind(from.id());
            }
        }
        String direction = down ? " DESC" : "";
        // Without the fence PostgreSQL walks the whole order looking for the few rows that lead to it; a range inside it leads it into the order's index.
        sql.add(fenced ? " OFFSET 0) f" : "");
        if (fenced && values && !byId && from != null) {
            range(sql.add(" WHERE "), "k", "id", down, from);
        }
        sql.add(" ORDER BY ").add(byId || !values ? "" : (fenced ? "k" : column) + direction + ", ").add(fenced ? "id" : id).add(direction);
        limit(sql, want);
        return sql;
    }

    /** @param taker told each key in turn, until it answers false */
    private void read(Connection connection, Sql sql, boolean values, Predicate<Key> taker) throws SQLException {
        try (PreparedStatement statement = sql.prepare(connection); ResultSet rows = statement.executeQuery()) {
            boolean more = true;
            while (more && rows.next()) {
                more = taker.test(new Key(rows.getLong(1), values ? Columns.read(kind, rows, 2, order.type()) : null));
            }
        }
    }

    private void empty(Sql sql) {
        if (order.side()) {
            sql.add("NOT EXISTS (SELECT 1 FROM records_value o WHERE o.record_type = ").bind(type).add(" AND o.record_id = r.id AND o.field_key = ")
                    .bind(order.field()).add(")");
        } else {
            sql.add(order.column()).add(" IS NULL");
        }
    }

    /** Derby needs a range on the column it shall walk along, or it sorts the whole table for the first page. */
    private void range(Sql sql, String column, String id, boolean down, @Nullable Cursor from) {
        String sign = down ? " < " : " > ";
        if (from == null) {
            sql.add(column).add(kind == DbKind.DERBY ? down ? " <= " : " >= " : " IS NOT NULL");
            if (kind == DbKind.DERBY) {
                sql.bind(order.first(down));
            }
            return;
        }
        Object key = java.util.Objects.requireNonNull(from.key());
        sql.add(column).add(down ? " <= " : " >= ").bind(key).add(" AND (").add(column).add(sign).bind(key).add(" OR ").add(id).add(sign).bind(from.id()).add(")");
    }

    /** As a parameter on Derby, so that few statements are compiled; as a number on PostgreSQL, whose planner goes by it. */
    private void limit(Sql sql, int want) {
        if (kind == DbKind.DERBY) {
            sql.add(" FETCH FIRST ").bind(want).add(" ROWS ONLY");
        } else {
            sql.add(" FETCH FIRST " + want + " ROWS ONLY");
        }
    }

    /** How values compare in each database. */
    private static final class KeyOrder {

        @SuppressWarnings("unchecked")
        static Comparator<@Nullable Object> of(DbKind kind) {
            return (a, b) -> a instanceof String left && b instanceof String right && kind == DbKind.POSTGRESQL ? points(left, right)
                    : a instanceof BigDecimal left && b instanceof BigDecimal right ? left.compareTo(right) : ((Comparable<Object>) a).compareTo(b);
        }

        private static int points(String left, String right) {
            int[] a = left.codePoints().toArray();
            int[] b = right.codePoints().toArray();
            return java.util.Arrays.compare(a, b);
        }
    }
}

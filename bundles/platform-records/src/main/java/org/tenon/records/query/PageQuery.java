package org.tenon.records.query;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tenon.persistence.DbKind;
import org.tenon.records.model.RecordModel;
import org.tenon.records.policy.TypeAccess;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.conditions.Condition;
import org.tenon.sdk.record.RecordPage;
import org.tenon.sdk.record.RecordQuery;
import org.tenon.sdk.text.Titles;

/** One list query: checks what is asked, then finds the ids of a page. */
final class PageQuery {

    private final DbKind kind;
    private final RecordModel model;
    private final RecordQuery query;
    private final Order order;
    private final @Nullable Cursor cursor;
    private final Looking looking;
    private final Ways ways;
    private final List<Branch> branches;
    private final List<Branch> counted;
    private final boolean free;

    /** @param next cursor of the page after, null at the end */
    record Found(List<Long> ids, @Nullable String next, @Nullable String previous, RecordPage.@Nullable Total total, RecordPage.@Nullable Search search) {
    }

    PageQuery(Asking asking, RecordModel model, TypeAccess access, RecordQuery query) {
        this(asking, model, access, query, "read");
    }

    /** @param action {@code read}, or one whose records are narrowed by its own grants */
    PageQuery(Asking asking, RecordModel model, TypeAccess access, RecordQuery query, String action) {
        if (query.limit() < 1 || query.limit() > RecordQuery.MAX_LIMIT) {
            throw TenonException.invalid("limit", "range", "limit is 1 to " + RecordQuery.MAX_LIMIT + ", not " + query.limit());
        }
        this.kind = asking.kind();
        this.model = model;
        this.query = query;
        String from = query.cursor() == null || query.cursor().isBlank() ? null : query.cursor();
        boolean sorted = query.sort() != null && !query.sort().isBlank();
        String place = place(query);
        this.order = Order.of(model, access, from != null && !sorted ? Cursor.sort(from, place) : query.sort());
        this.cursor = from == null ? null : Cursor.read(from, place, order);
        Condition condition = asking.condition(model, access, query.filter());
        ConditionSql conditions = asking.sql(model, query.deleted());
        this.looking = asking.looking();
        this.ways = new Ways(kind, model, asking.sizes(), asking.counts(), scopes(asking, access, action, true), scopes(asking, access, action, false),
            new Sql().add(query.deleted() ? "r.deleted_token <> 0" : "r.deleted_token = 0"), condition, conditions);
        this.branches = prefixed(access, ways.byScope());
        this.counted = !query.total() ? List.of() : prefixed(access, ways.forAll());
        this.free = !query.deleted() && (query.prefix() == null || query.prefix().isBlank()) && looking.told() == null;
    }

    private List<Branch> scopes(Asking asking, TypeAccess access, String action, boolean single) {
        return query.deleted() ? asking.branches(access, model, "delete", single)
                : action.equals("read") ? asking.branches(access, model, action, single) : asking.narrowed(access, model, action, single);
    }

    Found run(Connection connection) throws SQLException {
        Keyset keyset = new Keyset(kind, model, order, ways(connection, order, cursor != null && cursor.back(), query.limit() + 1));
        Cursor from = cursor;
        List<Keyset.Key> keys = keyset.walk(connection, from, query.limit() + 1);
        if (from != null && from.back() && keys.size() <= query.limit()) {
            from = null;
            keys = keyset.walk(connection, null, query.limit() + 1);
        }
        boolean back = from != null && from.back();
        boolean more = keys.size() > query.limit();
        List<Keyset.Key> page = new ArrayList<>(more ? keys.subList(0, query.limit()) : keys);
        if (back) {
            Collections.reverse(page);
        }
        String next = !page.isEmpty() && (back || more) ? at(page.get(page.size() - 1), false) : null;
        String previous = from == null ? null : page.isEmpty() ? behind(from) : at(page.get(0), true);
        RecordPage.Total total = query.total() ? Total.count(kind, connection, model.info().table(), counted(connection)) : null;
        return new Found(page.stream().map(Keyset.Key::id).toList(), next, previous, total, looking.told());
    }

    /**
     * Counts the records of each group, the latest months or the largest groups first; empty text where nothing can be read.
     *
     * @param summand a number of each record, alias {@code r}, whose sum stands in the third column; null for none
     */
    Sql counts(Grouping grouping, @Nullable Sql summand) {
        Sql inner = new Sql();
        for (Branch branch : counted) {
            inner.add(inner.isEmpty() ? "" : " UNION ").add("SELECT r.id, ").add(grouping.value()).add(" AS val");
            if (summand != null) {
                inner.add(", ").add(summand).add(" AS amount");
            }
            inner.add(From.of(kind, model.info().table(), branch)).add(" WHERE ").add(branch.where());
        }
        String sum = summand == null ? "" : ", SUM(amount)";
        return inner.isEmpty() ? inner : new Sql().add("SELECT k, COUNT(*) AS n").add(sum).add(" FROM (SELECT ").add(grouping.key("h.val")).add(" AS k")
                .add(summand == null ? "" : ", CAST(h.amount AS DECIMAL(31, 4)) AS amount").add(" FROM (").add(inner).add(") h) g GROUP BY k ORDER BY ")
                .add(grouping.monthly() ? "k" : "n").add(" DESC FETCH FIRST " + (GroupReader.MOST + 1) + " ROWS ONLY");
    }

    /** The records' ids behind {@code after} up to {@code upTo}, ascending, whatever order and cursor were asked for. */
    List<Long> ids(Connection connection, long after, long upTo, int want) throws SQLException {
        List<Branch> bounded = ways(connection, Order.BY_ID, false, want).stream().map(branch -> branch.and(new Sql().add("r.id <= ").bind(upTo))).toList();
        Keyset keyset = new Keyset(kind, model, Order.BY_ID, bounded);
        return keyset.walk(connection, new Cursor(Order.BY_ID.text(), false, null, after), want).stream().map(Keyset.Key::id).toList();
    }

    /** How many records there are, if the query asked for the total; {@code most} if there are more. */
    long count(Connection connection, int most) throws SQLException {
        return Total.count(kind, connection, model.info().table(), counted(connection), most).count();
    }

    /** What the search index had to say; null if it was not asked. */
    RecordPage.@Nullable Search told() {
        return looking.told();
    }

    private String at(Keyset.Key key, boolean back) {
        return new Cursor(order.text(), back, key.key(), key.id()).text(place(query));
    }

    /** Back from a place behind which nothing is left, the record at the place included. */
    private String behind(Cursor from) {
        return new Cursor(order.text(), true, from.key(), from.id() + (order.descending() ? -1 : 1)).text(place(query));
    }

    private String place(RecordQuery of) {
        return model.name() + (of.deleted() ? "!" : "");
    }

    /** What the search index or a title's start found, and what lies in the recycle bin, are few: each scope tries them. */
    private List<Branch> ways(Connection connection, Order along, boolean back, int want) throws SQLException {
        return free ? ways.forPage(connection, along, back, want) : branches;
    }

    private List<Branch> counted(Connection connection) throws SQLException {
        return free ? ways.forTotal(connection, Total.CAP) : counted;
    }

    /** What the search index finds; where it cannot tell, the start of the title, as written or, in Latin letters, as it sounds: a branch each. */
    private List<Branch> prefixed(TypeAccess access, List<Branch> scopes) {
        String prefix = query.prefix() == null ? "" : query.prefix().strip();
        String fold = Titles.fold(prefix);
        if (fold.isEmpty()) {
            return scopes;
        }
        List<Long> found = looking.words(model.name(), prefix, query.deleted());
        if (found != null) {
            return scopes.stream().map(scope -> scope.and(ConditionSql.ids(found, false))).toList();
        }
        Guard.check(access, model.title().info());
        String key = Titles.chinese(prefix) ? "" : Titles.key(prefix);
        List<Branch> branches = new ArrayList<>();
        for (Branch scope : scopes) {
            branches.add(scope.and(Prefix.starts(kind, "r.title_fold", fold)));
            if (!key.isEmpty()) {
                branches.add(scope.and(Prefix.starts(kind, "r.title_key", key)));
            }
        }
        return branches;
    }
}

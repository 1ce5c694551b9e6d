package org.tenon.identity.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tenon.identity.sql.Sql;
import org.tenon.persistence.Db;

/** Reads the system log, newest first. Safe for all threads. */
final class AuditReader {

    private static final int MOST_KINDS = 200;

    private final Sql sql;

    /** @param member by or about whom; null for all @param kind null for all @param from not before, null for ever @param to before, null for now */
    record Filter(@Nullable Long member, @Nullable String kind, @Nullable Instant from, @Nullable Instant to) {
    }

    /** @param name of who did it, empty for nobody known @param aboutName of the member it is about, empty for none */
    record Shown(AuditRow row, String name, String aboutName) {
    }

    AuditReader(Db db) {
        this.sql = new Sql(db);
    }

    /** @param before the id of the last row of the page before, null for the newest */
    List<Shown> page(Filter filter, int limit, @Nullable Long before) {
        StringBuilder where = new StringBuilder(" WHERE 1 = 1");
        List<Object> values = new ArrayList<>();
        if (filter.member() != null) {
            where.append(" AND (a.by_member = ? OR a.about = ?)");
            values.add(filter.member());
            values.add(filter.member());
        }
        if (filter.kind() != null) {
            where.append(" AND a.event = ?");
            values.add(filter.kind());
        }
        if (filter.from() != null) {
            where.append(" AND a.happened_at >= ?");
            values.add(filter.from());
        }
        if (filter.to() != null) {
            where.append(" AND a.happened_at < ?");
            values.add(filter.to());
        }
        if (before != null) {
            where.append(" AND a.id < ?");
            values.add(before);
        }
        return sql.list(row -> new Shown(AuditRow.read(row), Optional.ofNullable(row.getString(8)).orElse(""), Optional.ofNullable(row.getString(9)).orElse("")),
                "SELECT " + AuditRow.COLUMNS + ", m.name, o.name FROM identity_audit a LEFT JOIN identity_member m ON m.id = a.by_member"
                        + " LEFT JOIN identity_member o ON o.id = a.about" + where + " ORDER BY a.id DESC FETCH FIRST " + limit + " ROWS ONLY", values.toArray());
    }

    /** The kinds there are, by hopping over the index instead of reading all of it. */
    List<String> kinds() {
        List<String> kinds = new ArrayList<>();
        String last = "";
        while (kinds.size() < MOST_KINDS) {
            Optional<String> next = sql.first(row -> row.getString(1),
                    "SELECT event FROM identity_audit WHERE event > ? ORDER BY event FETCH FIRST 1 ROWS ONLY", last);
            if (next.isEmpty()) {
                break;
            }
            last = next.get();
            kinds.add(last);
        }
        return kinds;
    }
}

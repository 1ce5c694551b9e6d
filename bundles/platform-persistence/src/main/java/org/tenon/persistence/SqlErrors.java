package org.tenon.persistence;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.openjpa.util.ExceptionInfo;
import org.tenon.sdk.Kind;
import org.tenon.sdk.TenonException;

/** Reads what the database meant out of whatever exception its complaint arrived in: JDBC or OpenJPA. */
public final class SqlErrors {

    /** Deadlock and serialization failure: SQL standard, PostgreSQL; Derby's lock time-outs. */
    private static final Set<String> REPEATABLE = Set.of("40001", "40P01", "40XL1", "40XL2");
    /** Statement cancelled because its time was up: PostgreSQL; Derby. */
    private static final Set<String> OUT_OF_TIME = Set.of("57014", "XCL52");
    /** Server going down, down, or starting: PostgreSQL. Too many connections; database shut down: Derby. */
    private static final Set<String> AWAY = Set.of("57P01", "57P02", "57P03", "53300", "XJ004", "XJ015", "XJ040", "40XT0");

    private SqlErrors() {
    }

    /** True if running the transaction again may well succeed. */
    public static boolean repeatable(Throwable thrown) {
        return find(thrown, e -> REPEATABLE.contains(state(e))).isPresent();
    }

    /** True if a UNIQUE or PRIMARY KEY constraint was broken. */
    public static boolean uniqueViolation(Throwable thrown) {
        return find(thrown, e -> "23505".equals(state(e))).isPresent();
    }

    /** True if a statement was stopped because its time was up. */
    public static boolean outOfTime(Throwable thrown) {
        return find(thrown, e -> OUT_OF_TIME.contains(state(e))).isPresent();
    }

    /** True if the database cannot be reached, or no connection was free in time. */
    public static boolean away(Throwable thrown) {
        return find(thrown, e -> e instanceof SQLTransientConnectionException || state(e).startsWith("08") || AWAY.contains(state(e))).isPresent();
    }

    /** The exception callers of the platform get for one of JDBC's: {@link TenonException} UNAVAILABLE or {@link DbException}. */
    public static RuntimeException translate(SQLException thrown) {
        return away(thrown) ? unavailable(thrown) : new DbException(thrown);
    }

    /** Says that the database is away. */
    public static TenonException unavailable(Throwable cause) {
        return new TenonException(Kind.UNAVAILABLE, "the database is not available", List.of(), java.util.Map.of(), cause);
    }

    /** Says that others hold what is needed, and did not let go in time. */
    public static TenonException busy(Throwable cause) {
        return new TenonException(Kind.UNAVAILABLE, "the database is busy with other changes to the same records", List.of(), java.util.Map.of(), cause);
    }

    /** The first SQLException of this nature among the causes and nested exceptions. */
    public static Optional<SQLException> find(Throwable thrown, Predicate<SQLException> nature) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Throwable> todo = new ArrayDeque<>(List.of(thrown));
        while (!todo.isEmpty()) {
            Throwable next = todo.poll();
            if (!seen.add(next)) {
                continue;
            }
            if (next instanceof SQLException sql) {
                if (nature.test(sql)) {
                    return Optional.of(sql);
                }
                if (sql.getNextException() != null) {
                    todo.add(sql.getNextException());
                }
            }
            if (next instanceof ExceptionInfo info && info.getNestedThrowables() != null) {
                todo.addAll(List.of(info.getNestedThrowables()));
            }
            if (next.getCause() != null) {
                todo.add(next.getCause());
            }
        }
        return Optional.empty();
    }

    private static String state(SQLException e) {
        return e.getSQLState() == null ? "" : e.getSQLState();
    }
}

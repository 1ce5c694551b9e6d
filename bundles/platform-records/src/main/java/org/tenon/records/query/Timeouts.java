package org.tenon.records.query;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.tenon.persistence.Db;
import org.tenon.persistence.DbException;
import org.tenon.persistence.SqlErrors;
import org.tenon.persistence.SqlWork;
import org.tenon.sdk.Kind;
import org.tenon.sdk.TenonException;

/** Says in plain words that a query took too long, or asked for what no column holds. */
final class Timeouts {

    private static final Set<String> STATES = Set.of("XCL52", "57014");

    private static final String OUT_OF_RANGE = "22003";

    private Timeouts() {
    }

    /** {@link Db#read}. @throws TenonException INVALID for a number out of range, UNAVAILABLE if a statement exceeds {@link Sql#TIMEOUT} or waits too long for a writer */
    static <T> T read(Db db, SqlWork<T> work) {
        return named(() -> db.read(work));
    }

    /** {@link Db#glance}. @throws TenonException INVALID for a number out of range, UNAVAILABLE if a statement exceeds {@link Sql#TIMEOUT} */
    static <T> T glance(Db db, SqlWork<T> work) {
        return named(() -> db.glance(work));
    }

    private static <T> T named(Supplier<T> work) {
        try {
            return work.get();
        } catch (DbException e) {
            if (STATES.contains(e.sqlState())) {
                throw new TenonException(Kind.UNAVAILABLE, "the query took longer than " + Sql.TIMEOUT + " s; filter more narrowly", List.of(), Map.of(), e);
            }
            if (e.sqlState().equals(OUT_OF_RANGE)) {
                throw TenonException.invalid("filter", "range", "a number is too large for its field");
            }
            throw SqlErrors.repeatable(e) ? SqlErrors.busy(e) : e;
        }
    }
}

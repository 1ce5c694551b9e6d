package org.tenon.records.query;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tenon.persistence.Db;
import org.tenon.persistence.DbException;
import org.tenon.persistence.SqlWork;
import org.tenon.sdk.Kind;
import org.tenon.sdk.TenonException;

/** Says in plain words that a query took too long. */
final class Timeouts {

    private static final Set<String> STATES = Set.of("XCL52", "57014");

    private Timeouts() {
    }

    /** @throws TenonException UNAVAILABLE if a statement exceeds {@link Sql#TIMEOUT} */
    static <T> T named(Db db, SqlWork<T> work) {
        try {
            return db.read(work);
        } catch (DbException e) {
            if (STATES.contains(e.sqlState())) {
                throw new TenonException(Kind.UNAVAILABLE, "the query took longer than " + Sql.TIMEOUT + " s; filter more narrowly", List.of(), Map.of(), e);
            }
            throw e;
        }
    }
}

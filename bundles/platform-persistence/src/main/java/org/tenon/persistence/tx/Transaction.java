package org.tenon.persistence.tx;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tenon.persistence.DbKind;
import org.tenon.persistence.SqlErrors;

/** One transaction from begin to end: its connection, taken at first use, and what takes part in it. Used by one thread. */
final class Transaction {

    private static final Logger LOG = LoggerFactory.getLogger(Transaction.class);

    private final DbKind kind;
    private final DataSource source;
    private final Map<Object, TxResource> resources = new LinkedHashMap<>();
    private final List<Synchronization> synchronizations = new ArrayList<>();
    private final List<Runnable> afterCommit = new ArrayList<>();
    private Deadline deadline;
    private @Nullable Connection connection;
    private @Nullable Connection guarded;
    private @Nullable Throwable failure;
    private boolean rollbackOnly;
    private int status = Status.STATUS_ACTIVE;

    Transaction(DbKind kind, DataSource source, Deadline deadline) {
        this.kind = kind;
        this.source = source;
        this.deadline = deadline;
    }

    /** Runs the work, then commits; rolls back when anything throws or somebody wished it. The connection is given back in every case. */
    <T> T run(Supplier<T> work) {
        try {
            T result = work.get();
            refuseAfterFailure();
            if (rollbackOnly) {
                end(false);
                return result;
            }
            prepare();
            commit();
            end(true);
            return result;
        } catch (Throwable thrown) {
            if (status != Status.STATUS_COMMITTED) {
                end(false);
            }
            throw thrown;
        } finally {
            release();
        }
    }

    /** Runs a joining call's work; once it has thrown, the transaction cannot commit any more. @param allowed null to leave the time as it is */
    <T> T join(@Nullable Duration allowed, Supplier<T> work) {
        Deadline before = deadline;
        if (allowed != null) {
            deadline = before.earlier(Deadline.in(allowed));
        }
        try {
            T result = work.get();
            deadline.check();
            return result;
        } catch (Throwable thrown) {
            fail(thrown);
            throw thrown;
        } finally {
            deadline = before;
        }
    }

    private void refuseAfterFailure() {
        if (failure != null) {
            throw new IllegalStateException("the transaction was rolled back because a part of it failed, though the failure was swallowed", failure);
        }
    }

    private void prepare() {
        deadline.check();
        flush();
        for (int i = 0; i < synchronizations.size(); i++) {
            synchronizations.get(i).beforeCompletion();
        }
        refuseAfterFailure();
        deadline.check();
    }

    private void commit() {
        status = Status.STATUS_COMMITTING;
        if (connection != null) {
            try {
                connection.commit();
            } catch (SQLException e) {
                throw SqlErrors.translate(e);
            }
        }
        status = Status.STATUS_COMMITTED;
    }

    private void end(boolean committed) {
        if (!committed) {
            status = Status.STATUS_ROLLEDBACK;
            quietly("rolling back", () -> {
                if (connection != null) {
                    connection.rollback();
                }
            });
        }
        for (Synchronization synchronization : synchronizations) {
            quietly("telling the outcome", () -> synchronization.afterCompletion(status));
        }
    }

    private void release() {
        for (TxResource resource : resources.values()) {
            quietly("closing", resource::close);
        }
        quietly("giving the connection back", () -> {
            if (connection != null) {
                connection.close();
            }
        });
    }

    private interface Step {
        void run() throws SQLException;
    }

    /** The outcome stands already: what fails now is written down and changes nothing. */
    private static void quietly(String what, Step step) {
        try {
            step.run();
        } catch (SQLException e) {
            LOG.warn("{} after a transaction failed: {} {}", what, e.getSQLState(), e.getMessage());
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("{} after a transaction failed", what, e);
        }
    }

    /** Writes back what the resources hold; also those that join meanwhile. */
    void flush() {
        List<TxResource> done = new ArrayList<>();
        while (done.size() < resources.size()) {
            for (TxResource resource : List.copyOf(resources.values())) {
                if (!done.contains(resource)) {
                    resource.flush();
                    done.add(resource);
                }
            }
        }
    }

    /** The connection, guarded: nobody but this class ends the transaction. */
    Connection connection() throws SQLException {
        Connection present = guarded;
        if (present == null) {
            deadline.check();
            Connection taken = source.getConnection();
            connection = taken;
            taken.setAutoCommit(false);
            GuardedConnection.limitSilence(taken, kind, deadline);
            present = GuardedConnection.inTransaction(taken, () -> deadline);
            guarded = present;
        }
        return present;
    }

    TxResource resource(Object key, Supplier<? extends TxResource> opener) {
        TxResource present = resources.get(key);
        if (present == null) {
            present = opener.get();
            resources.put(key, present);
        }
        return present;
    }

    void register(Synchronization synchronization) {
        synchronizations.add(synchronization);
    }

    void afterCommit(Runnable action) {
        afterCommit.add(action);
    }

    /** The actions to run now that it has committed; none after a roll-back. */
    List<Runnable> afterCommit() {
        return status == Status.STATUS_COMMITTED ? afterCommit : List.of();
    }

    void fail(Throwable thrown) {
        if (failure == null) {
            failure = thrown;
        }
    }

    void setRollbackOnly() {
        rollbackOnly = true;
    }

    /** One of {@link Status}. */
    int status() {
        return status == Status.STATUS_ACTIVE && (rollbackOnly || failure != null) ? Status.STATUS_MARKED_ROLLBACK : status;
    }
}

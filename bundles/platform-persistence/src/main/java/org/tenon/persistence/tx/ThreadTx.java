package org.tenon.persistence.tx;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tenon.persistence.DbKind;
import org.tenon.persistence.SqlErrors;
import org.tenon.sdk.Kind;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.tx.Tx;

/** Transactions bound to threads, each on one connection. */
public final class ThreadTx implements Tx {

    private static final Logger LOG = LoggerFactory.getLogger(ThreadTx.class);
    private static final int REPEATS = 3;

    private final DbKind kind;
    private final DataSource main;
    private final DataSource separate;
    private final ThreadLocal<@Nullable Transaction> present = new ThreadLocal<>();

    /**
     * @param main     connections for outermost transactions
     * @param separate connections for those of {@link #requiresNew}
     */
    public ThreadTx(DbKind kind, DataSource main, DataSource separate) {
        this.kind = kind;
        this.main = main;
        this.separate = separate;
    }

    @Override
    public <T> T required(Supplier<T> work) {
        Transaction running = present.get();
        return running == null ? outermost(main, Deadline.USUAL, work) : running.join(null, work);
    }

    @Override
    public <T> T required(Duration timeout, Supplier<T> work) {
        Transaction running = present.get();
        return running == null ? outermost(main, timeout, work) : running.join(timeout, work);
    }

    @Override
    public <T> T requiresNew(Supplier<T> work) {
        return outermost(present.get() == null ? main : separate, Deadline.USUAL, work);
    }

    private <T> T outermost(DataSource source, Duration timeout, Supplier<T> work) {
        Transaction before = present.get();
        Deadline deadline = Deadline.in(timeout);
        for (int attempt = 0; ; attempt++) {
            Transaction transaction = new Transaction(kind, source, deadline);
            bind(transaction);
            try {
                T result = transaction.run(work);
                bind(null);
                runAll(transaction.afterCommit());
                return result;
            } catch (RuntimeException e) {
                if (attempt == REPEATS || deadline.passed() || !SqlErrors.repeatable(e)) {
                    throw outcome(e, deadline);
                }
                LOG.debug("repeating a transaction after {}", e.toString());
            } finally {
                bind(before);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(ThreadLocalRandom.current().nextLong(5, 30L << attempt)));
        }
    }

    /** What the caller gets: the work's own exception, unless the database was away, too busy, or the time was up. */
    private static RuntimeException outcome(RuntimeException thrown, Deadline deadline) {
        if (thrown instanceof TenonException) {
            return thrown;
        }
        if (deadline.passed() && (SqlErrors.outOfTime(thrown) || timedOut(thrown))) {
            return deadline.exceeded(thrown);
        }
        if (SqlErrors.repeatable(thrown)) {
            return SqlErrors.busy(thrown);
        }
        return SqlErrors.away(thrown) ? SqlErrors.unavailable(thrown) : thrown;
    }

    private static boolean timedOut(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof TenonException refusal && refusal.kind() == Kind.UNAVAILABLE) {
                return true;
            }
        }
        return false;
    }

    private static void runAll(List<Runnable> actions) {
        for (Runnable action : actions) {
            try {
                action.run();
            } catch (RuntimeException | LinkageError e) {
                LOG.warn("what was to happen after a commit failed", e);
            }
        }
    }

    private void bind(@Nullable Transaction transaction) {
        if (transaction == null) {
            present.remove();
        } else {
            present.set(transaction);
        }
    }

    @Override
    public boolean active() {
        return present.get() != null;
    }

    @Override
    public void setRollbackOnly() {
        current().setRollbackOnly();
    }

    @Override
    public void afterCommit(Runnable action) {
        Transaction running = present.get();
        if (running == null) {
            runAll(List.of(action));
        } else {
            running.afterCommit(action);
        }
    }

    /**
     * What {@code key} stands for in the thread's transaction; opened at the first call, closed with the transaction.
     *
     * @throws IllegalStateException outside a transaction
     */
    public TxResource resource(Object key, Supplier<? extends TxResource> opener) {
        return current().resource(key, opener);
    }

    /** The transaction's connection, or a pooled one in auto-commit mode outside of one; whoever takes it closes it. */
    Connection connection() throws SQLException {
        Transaction running = present.get();
        if (running != null) {
            return running.connection();
        }
        Deadline deadline = Deadline.in(Deadline.USUAL);
        Connection taken = main.getConnection();
        try {
            GuardedConnection.limitSilence(taken, kind, deadline);
            return GuardedConnection.alone(taken, deadline);
        } catch (SQLException e) {
            taken.close();
            throw e;
        }
    }

    DbKind kind() {
        return kind;
    }

    @Nullable Transaction running() {
        return present.get();
    }

    /** Takes the thread out of its transaction for the time of the work. */
    void without(Runnable work) {
        Transaction before = present.get();
        bind(null);
        try {
            work.run();
        } finally {
            bind(before);
        }
    }

    private Transaction current() {
        Transaction running = present.get();
        if (running == null) {
            throw new IllegalStateException("there is no transaction");
        }
        return running;
    }
}

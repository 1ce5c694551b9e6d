package org.tenon.persistence.tx;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.tenon.persistence.Db;
import org.tenon.persistence.DbKind;
import org.tenon.persistence.SqlErrors;
import org.tenon.persistence.SqlWork;

/** SQL on the thread's transaction. */
public final class TxDb implements Db {

    private final ThreadTx tx;
    private final ThreadLocal<@Nullable Connection> alone;
    private final boolean flushing;

    public TxDb(ThreadTx tx) {
        this(tx, new ThreadLocal<>(), true);
    }

    private TxDb(ThreadTx tx, ThreadLocal<@Nullable Connection> alone, boolean flushing) {
        this.tx = tx;
        this.alone = alone;
        this.flushing = flushing;
    }

    @Override
    public Db unflushed() {
        return new TxDb(tx, alone, false);
    }

    @Override
    public DbKind kind() {
        return tx.kind();
    }

    @Override
    public <T> T read(SqlWork<T> work) {
        Transaction running = tx.running();
        return running == null ? run(work) : running.join(null, () -> {
            if (flushing) {
                running.flush();
            }
            return run(work);
        });
    }

    @Override
    public <T> T write(SqlWork<T> work) {
        return tx.required(() -> {
            Transaction running = tx.running();
            if (running != null) {
                running.flush();
            }
            return run(work);
        });
    }

    @Override
    public <T> T glance(SqlWork<T> work) {
        return kind() != DbKind.DERBY || tx.running() != null || alone.get() != null ? read(work) : run(connection -> {
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_UNCOMMITTED);
            try {
                return work.run(connection);
            } finally {
                connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            }
        });
    }

    /** One connection a thread: a read within a read that took a second one could wait for ever once all are out. */
    private <T> T run(SqlWork<T> work) {
        Connection held = tx.running() == null ? alone.get() : null;
        if (held != null) {
            return on(held, work);
        }
        try (Connection connection = tx.connection()) {
            if (tx.running() != null) {
                return on(connection, work);
            }
            alone.set(connection);
            try {
                return on(connection, work);
            } finally {
                alone.remove();
            }
        } catch (SQLException e) {
            throw SqlErrors.translate(e);
        }
    }

    private static <T> T on(Connection connection, SqlWork<T> work) {
        try {
            return work.run(connection);
        } catch (SQLException e) {
            throw SqlErrors.translate(e);
        }
    }
}

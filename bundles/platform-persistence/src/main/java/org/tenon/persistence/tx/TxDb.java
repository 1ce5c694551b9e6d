package org.tenon.persistence.tx;

import java.sql.Connection;
import java.sql.SQLException;
import org.tenon.persistence.Db;
import org.tenon.persistence.DbKind;
import org.tenon.persistence.SqlErrors;
import org.tenon.persistence.SqlWork;

/** SQL on the thread's transaction. */
public final class TxDb implements Db {

    private final ThreadTx tx;

    public TxDb(ThreadTx tx) {
        this.tx = tx;
    }

    @Override
    public DbKind kind() {
        return tx.kind();
    }

    @Override
    public <T> T read(SqlWork<T> work) {
        Transaction running = tx.running();
        return running == null ? run(work) : running.join(null, () -> {
            running.flush();
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

    private <T> T run(SqlWork<T> work) {
        try (Connection connection = tx.connection()) {
            return work.run(connection);
        } catch (SQLException e) {
            throw SqlErrors.translate(e);
        }
    }
}

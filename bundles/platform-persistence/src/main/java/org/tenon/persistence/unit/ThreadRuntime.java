package org.tenon.persistence.unit;

import jakarta.transaction.TransactionManager;
import org.apache.openjpa.ee.AbstractManagedRuntime;
import org.jspecify.annotations.Nullable;
import org.tenon.persistence.tx.TxManager;

/** Shows OpenJPA the platform's transactions. */
final class ThreadRuntime extends AbstractManagedRuntime {

    private final TxManager manager;

    ThreadRuntime(TxManager manager) {
        this.manager = manager;
    }

    @Override
    public TransactionManager getTransactionManager() {
        return manager;
    }

    @Override
    public void setRollbackOnly(Throwable cause) {
        manager.fail(cause);
    }

    /** What failed reaches the caller by itself. */
    @Override
    public @Nullable Throwable getRollbackCause() {
        return null;
    }

    @Override
    public void doNonTransactionalWork(Runnable work) {
        manager.without(work);
    }
}

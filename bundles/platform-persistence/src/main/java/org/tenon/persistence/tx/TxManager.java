package org.tenon.persistence.tx;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionManager;
import javax.transaction.xa.XAResource;
import org.jspecify.annotations.Nullable;

/** The thread's transaction as JTA shows it, for OpenJPA: to look at and to hook into, not to begin or end. */
public final class TxManager implements TransactionManager {

    private final ThreadTx tx;

    public TxManager(ThreadTx tx) {
        this.tx = tx;
    }

    @Override
    public int getStatus() {
        Transaction running = tx.running();
        return running == null ? Status.STATUS_NO_TRANSACTION : running.status();
    }

    @Override
    public jakarta.transaction.@Nullable Transaction getTransaction() {
        Transaction running = tx.running();
        return running == null ? null : new View(running);
    }

    /** The thread's transaction cannot commit any more. @param cause why */
    public void fail(Throwable cause) {
        Transaction running = tx.running();
        if (running != null) {
            running.fail(cause);
        }
    }

    /** Runs the work as if the thread had no transaction. */
    public void without(Runnable work) {
        tx.without(work);
    }

    @Override
    public void setRollbackOnly() {
        fail(new IllegalStateException("OpenJPA marked the transaction for roll-back"));
    }

    @Override
    public void begin() {
        throw notHere();
    }

    @Override
    public void commit() {
        throw notHere();
    }

    @Override
    public void rollback() {
        throw notHere();
    }

    @Override
    public jakarta.transaction.Transaction suspend() {
        throw notHere();
    }

    @Override
    public void resume(jakarta.transaction.Transaction transaction) {
        throw notHere();
    }

    @Override
    public void setTransactionTimeout(int seconds) {
        throw notHere();
    }

    private static UnsupportedOperationException notHere() {
        return new UnsupportedOperationException("transactions begin and end in org.tenon.sdk.tx.Tx");
    }

    /** Two views of one transaction are equal: OpenJPA compares them. */
    private record View(Transaction transaction) implements jakarta.transaction.Transaction {

        @Override
        public int getStatus() {
            return transaction.status();
        }

        @Override
        public void registerSynchronization(Synchronization synchronization) {
            transaction.register(synchronization);
        }

        @Override
        public void setRollbackOnly() {
            transaction.fail(new IllegalStateException("OpenJPA marked the transaction for roll-back"));
        }

        @Override
        public void commit() {
            throw notHere();
        }

        @Override
        public void rollback() {
            throw notHere();
        }

        @Override
        public boolean enlistResource(XAResource resource) {
            throw notHere();
        }

        @Override
        public boolean delistResource(XAResource resource, int flag) {
            throw notHere();
        }
    }
}

package org.tenon.sdk.tx;

import java.time.Duration;
import java.util.function.Supplier;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Transactions. One transaction is one database connection bound to the calling thread; every area that writes meanwhile writes into
 * it, so all of it commits or none.
 *
 * <p>Work may be run more than once: the outermost call repeats it, up to three times, when the database reports a deadlock or a
 * serialization failure. It must therefore change nothing but the database; what has to happen outside belongs into
 * {@link #afterCommit}. An exception out of the work rolls back and reaches the caller unchanged. When an inner call has failed the
 * transaction can only roll back, even if the exception was swallowed: the outermost call then throws {@link IllegalStateException}. When
 * the database still refuses after the last repetition, the caller gets a TenonException UNAVAILABLE.
 */
@ProviderType
public interface Tx {

    /** Joins the thread's transaction, or runs the work in a new one that is committed at the end. */
    <T> T required(Supplier<T> work);

    /** {@link #required(Supplier)} without a result. */
    default void run(Runnable work) {
        required(() -> {
            work.run();
            return Boolean.TRUE;
        });
    }

    /**
     * Runs the work in a new transaction on a further connection, whatever the thread's present transaction comes to. The further
     * connection comes from a small pool of its own, so that waiting callers cannot block each other for ever.
     */
    <T> T requiresNew(Supplier<T> work);

    /**
     * Like {@link #required(Supplier)}, and rolls back when it takes longer. Joining a running transaction can shorten its time, never
     * extend it.
     *
     * @param timeout more than zero; the default is 30 s
     */
    <T> T required(Duration timeout, Supplier<T> work);

    /** True while the calling thread is in a transaction. */
    boolean active();

    /** Lets the thread's transaction end in a roll-back. @throws IllegalStateException outside a transaction */
    void setRollbackOnly();

    /**
     * Runs {@code action} on this thread once the present transaction has committed, never if it rolls back; at once when there is no
     * transaction. What it throws is logged and does not reach the caller.
     */
    void afterCommit(Runnable action);
}

package org.tenon.persistence;

import org.osgi.annotation.versioning.ProviderType;

/**
 * SQL beside JPA, in the same transactions. Safe for all threads.
 *
 * <p>{@link java.sql.SQLException} out of the work leaves as {@link DbException}, with its SQLState; a lost or refused connection as
 * {@link org.tenon.sdk.TenonException} UNAVAILABLE.
 */
@ProviderType
public interface Db {

    DbKind kind();

    /** Runs queries: inside a transaction on its connection, with all units flushed before; outside one on a pooled connection in auto-commit mode, which further reads within the work share. */
    <T> T read(SqlWork<T> work);

    /**
     * Like {@link #read}, for lists and counts: outside a transaction it does not wait for those who write. Derby then shows what they have
     * written and not yet committed; PostgreSQL never does.
     */
    <T> T glance(SqlWork<T> work);

    /** The same database for reads that flush nothing: they do not see what units hold and have not written yet, and do not make them write it too early. */
    Db unflushed();

    /** Runs statements in the thread's transaction, with all units flushed before; makes a transaction where there is none. */
    <T> T write(SqlWork<T> work);
}

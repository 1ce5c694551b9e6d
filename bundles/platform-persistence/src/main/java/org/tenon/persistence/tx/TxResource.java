package org.tenon.persistence.tx;

/** What takes part in a transaction besides its connection: an entity manager. Used by the transaction's thread alone. */
public interface TxResource {

    /** Writes what it holds back to the connection. Called before the commit and before every SQL read. */
    void flush();

    /** The transaction has ended, either way; throws nothing that matters to the caller. */
    void close();
}

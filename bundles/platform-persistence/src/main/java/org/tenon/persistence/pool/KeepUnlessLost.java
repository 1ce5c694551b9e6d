package org.tenon.persistence.pool;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;

/**
 * Lets the pool throw a connection away only when it is lost. Left to itself it does so for a statement that ran out of time, too, in the
 * middle of the transaction, which Derby answers by keeping transaction and locks. Made by the pool, by name; public for that.
 */
public final class KeepUnlessLost implements SQLExceptionOverride {

    @java.lang.Override
    public Override adjudicate(SQLException thrown) {
        String state = String.valueOf(thrown.getSQLState());
        return state.startsWith("08") || state.startsWith("57P") ? Override.CONTINUE_EVICT : Override.DO_NOT_EVICT;
    }
}

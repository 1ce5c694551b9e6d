package org.tenon.persistence;

import java.sql.Connection;
import java.sql.SQLException;

/** Work on a JDBC connection. It closes the statements it opens and leaves the connection open; commit, rollback and auto-commit are not its business. */
@FunctionalInterface
public interface SqlWork<T> {

    T run(Connection connection) throws SQLException;
}

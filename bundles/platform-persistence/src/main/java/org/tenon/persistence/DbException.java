package org.tenon.persistence;

import java.sql.SQLException;

/** The database refused a statement. */
public final class DbException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String sqlState;

    public DbException(SQLException cause) {
        super(cause.getMessage(), cause);
        this.sqlState = cause.getSQLState() == null ? "" : cause.getSQLState();
    }

    /** Five characters as the SQL standard has them; empty if the driver gave none. */
    public String sqlState() {
        return sqlState;
    }

    /** True if a UNIQUE or PRIMARY KEY constraint was broken: the same SQLState on Derby and PostgreSQL. */
    public boolean uniqueViolation() {
        return "23505".equals(sqlState);
    }
}

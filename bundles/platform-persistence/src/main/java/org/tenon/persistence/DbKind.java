package org.tenon.persistence;

/** The databases Tenon runs on. */
public enum DbKind {
    /** Apache Derby, embedded in this process: the default, one process only. */
    DERBY,
    /** A PostgreSQL server, 13 or later. */
    POSTGRESQL;

    /** Which of them a JDBC URL names. @throws IllegalArgumentException if none */
    public static DbKind ofUrl(String url) {
        if (url.startsWith("jdbc:derby:")) {
            return DERBY;
        }
        if (url.startsWith("jdbc:postgresql:")) {
            return POSTGRESQL;
        }
        throw new IllegalArgumentException("the URL of the database starts with neither jdbc:derby: nor jdbc:postgresql:");
    }
}

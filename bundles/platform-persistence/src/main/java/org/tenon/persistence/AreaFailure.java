package org.tenon.persistence;

/**
 * Why an area's tables could not be brought up to date, or its unit not be opened.
 *
 * @param script    the file of the migration that failed; empty for another cause
 * @param line      in the script, from 1; 0 without one
 * @param statement of the script, on one line and shortened; empty without one
 * @param said      what the database said; of {@link Cause#CLASS} the name of the class
 */
public record AreaFailure(Cause cause, String script, int line, String statement, String said) {

    /** What went wrong. */
    public enum Cause {
        /** A statement of a migration. */
        SCRIPT,
        /** An entity class is not in the bundle. */
        CLASS,
        OTHER
    }

    public static AreaFailure of(Cause cause, String said) {
        return new AreaFailure(cause, "", 0, "", said);
    }
}

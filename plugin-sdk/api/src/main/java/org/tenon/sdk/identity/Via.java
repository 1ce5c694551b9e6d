package org.tenon.sdk.identity;

/** The way a change came; histories show it. */
public enum Via {
    /** The web shell, in a browser session. */
    SCREEN,
    /** A program with an API token. */
    TOKEN,
    /** A file somebody imported. */
    IMPORT,
    /** A change of many records at once. */
    BULK,
    /** Other background work. */
    JOB,
    /** What an area's rules did because of another change. */
    RULE
}

package org.tenon.identity.session;

/** How long a browser stays signed in. */
public @interface SessionConfig {

    /** Minutes without a request after which a session ends. */
    int idleMinutes() default 8 * 60;

    /** Hours after the log-in at which a session ends whatever happens. */
    int longestHours() default 7 * 24;
}

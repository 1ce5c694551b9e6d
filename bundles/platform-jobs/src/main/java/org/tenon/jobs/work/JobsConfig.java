package org.tenon.jobs.work;

/** How jobs are worked off on this node. */
public @interface JobsConfig {

    /** Jobs at a time, at least 1. A member has at most one fewer, so that others get their turn. */
    int workers() default 2;

    /** Seconds after which a job of a node that went away is taken over by another; at least 3. */
    int leaseSeconds() default 30;

    /** Days a job and its result are kept after its end. */
    int keepDays() default 30;
}

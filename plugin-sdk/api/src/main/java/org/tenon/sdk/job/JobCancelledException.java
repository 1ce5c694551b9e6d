package org.tenon.sdk.job;

/** The job was asked to end, or this node no longer runs it. Thrown between steps; the steps before stay. */
public final class JobCancelledException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public JobCancelledException() {
        super("the job was asked to end");
    }
}

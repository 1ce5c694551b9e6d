package org.tenon.sdk.job;

import java.util.Map;
import org.osgi.annotation.versioning.ConsumerType;

/** Does one kind of job. Registered as a service; a job whose handler is not there, because its area is being exchanged, waits for it. */
@ConsumerType
public interface JobHandler {

    /** {@code <area>.<name>}; its label is {@code job.<name>} in the area's texts. */
    String kind();

    /**
     * Does the work, from the start or from where {@link JobRun#state} says an interrupted run came to. It is bound to the
     * submitter as {@link org.tenon.sdk.identity.Caller}, outside any transaction, on a thread of its own.
     *
     * @return the result, JSON-ready; at most 20,000 characters as JSON
     * @throws org.tenon.sdk.TenonException ends the job as failed with this reason; UNAVAILABLE is tried again after a growing pause instead
     */
    Map<String, Object> run(JobRun run);
}

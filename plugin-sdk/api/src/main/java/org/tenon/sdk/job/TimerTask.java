package org.tenon.sdk.job;

import java.time.LocalDateTime;
import java.util.Map;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Work done again and again at set times. Registered as a service; each run is a background job, on one node alone, of which there is never more
 * than one at a time. Times passed while no node had the task count as missed ({@link Schedule.Missed}).
 */
@ConsumerType
public interface TimerTask {

    /** {@code <area>.<name>}, no {@link JobHandler}'s kind; its label is {@code timer.<name>} in the area's texts. */
    String name();

    /** The same at every call. Another one in a newer version of the plugin counts from that version's start. */
    Schedule schedule();

    /**
     * Does the work, as {@link JobHandler#run} does: as the system, outside any transaction, and from where {@link JobRun#state} says an interrupted run
     * came to.
     *
     * @param due the time it runs for, UTC, to the minute; earlier than now when it was missed
     * @return the result, JSON-ready; at most 20,000 characters as JSON
     * @throws org.tenon.sdk.TenonException ends this run as failed with this reason, the next one comes at its time; UNAVAILABLE is tried again after a
     *                                      growing pause instead
     */
    Map<String, Object> run(LocalDateTime due, JobRun run);
}

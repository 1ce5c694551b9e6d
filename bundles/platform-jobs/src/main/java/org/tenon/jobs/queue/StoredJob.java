package org.tenon.jobs.queue;

import java.util.Map;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.job.Job;

/**
 * A job's row.
 *
 * @param submitter whom it works for, without session
 * @param state     what its last step left
 * @param attempt   failures and interruptions since that step
 * @param fence     grows whenever a node takes the job
 */
public record StoredJob(Job job, Caller submitter, Map<String, Object> state, int attempt, long fence) {
}

package org.tenon.sdk.job;

import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.tenon.sdk.record.RecordId;

/** Background jobs. A member sees and cancels the jobs they submitted; whoever holds {@code jobs:manage} those of everyone. Safe for all threads. */
@ProviderType
public interface Jobs {

    /**
     * Puts work into the queue, within the present transaction if there is one: it starts once that has committed, never if it rolls back.
     * The job works on behalf of the present caller, with the rights they have while it runs.
     *
     * @param kind       of an installed {@link JobHandler}
     * @param subject    what it is about, for people: a file name, a list; at most 200 characters
     * @param parameters JSON-ready; at most 20,000 characters as JSON
     * @throws org.tenon.sdk.TenonException NOT_FOUND for an unknown kind, INVALID for parameters that are too long
     */
    Job submit(String kind, String subject, Map<String, ?> parameters);

    /** Empty where there is none, or none the caller may see. */
    Optional<Job> find(RecordId id);

    /**
     * Asks a job to end. A waiting one ends at once, a running one after its present step. Nothing happens to one that has ended.
     *
     * @throws org.tenon.sdk.TenonException NOT_FOUND
     */
    void cancel(RecordId id);
}

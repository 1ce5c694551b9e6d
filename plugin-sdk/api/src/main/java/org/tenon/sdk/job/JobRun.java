package org.tenon.sdk.job;

import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/** A job at work, as its handler sees it. For the thread that runs the handler alone. */
@ProviderType
public interface JobRun {

    /**
     * How far a step came.
     *
     * @param done  units of work done in all
     * @param total units in all, null while unknown
     * @param state what the next step, or the next run after an interruption, needs to know; JSON-ready, at most 20,000 characters as JSON
     */
    record Progress(long done, @Nullable Long total, Map<String, Object> state) {
    }

    Job job();

    /** What the last completed step left, from this run or from the one that was interrupted; empty at the very start. */
    Map<String, Object> state();

    /**
     * One step: the work and its progress commit together or not at all, so that a run that goes on after an interruption neither repeats nor skips
     * work. Keep steps under 500 rows and a few seconds.
     *
     * @throws JobCancelledException if the job is to end; let it pass
     */
    void step(Supplier<Progress> work);
}

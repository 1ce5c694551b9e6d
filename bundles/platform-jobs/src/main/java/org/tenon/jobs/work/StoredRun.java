package org.tenon.jobs.work;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tenon.jobs.queue.JobLeases;
import org.tenon.jobs.queue.StoredJob;
import org.tenon.sdk.job.Job;
import org.tenon.sdk.job.JobCancelledException;
import org.tenon.sdk.job.JobHandler;
import org.tenon.sdk.job.JobRun;
import org.tenon.sdk.tx.Tx;

/** One job at work on this node. Steps are for its own thread; the rest is for all. */
final class StoredRun implements JobRun {

    /** Why no further step may begin. */
    enum Halt {
        /** Somebody cancelled it. */
        CANCELLED,
        /** This node or the handler is going away; the job goes on later. */
        YIELDED,
        /** Another node has it. */
        LOST
    }

    private static final Duration LONGEST_STEP = Duration.ofMinutes(2);

    private final Tx tx;
    private final JobLeases leases;
    private final JobHandler handler;
    private final StoredJob stored;
    private final Moves moves;
    private volatile Progress came;
    private volatile int attempts;
    private volatile boolean yield;
    private volatile boolean lost;
    private volatile @Nullable Halt halt;

    StoredRun(Tx tx, JobLeases leases, JobHandler handler, StoredJob stored, Moves moves) {
        this.moves = moves;
        this.tx = tx;
        this.leases = leases;
        this.handler = handler;
        this.stored = stored;
        this.came = new Progress(stored.job().done(), stored.job().total(), stored.state());
        this.attempts = stored.attempt();
    }

    @Override
    public Job job() {
        Job start = stored.job();
        return new Job(start.id(), start.kind(), start.subject(), start.state(), start.memberId(), start.parameters(), came.done(), came.total(),
                start.result(), start.problem(), start.createdAt(), start.startedAt(), start.endedAt());
    }

    @Override
    public Map<String, Object> state() {
        return came.state();
    }

    @Override
    public void step(Supplier<Progress> work) {
        refuse(lost, Halt.LOST);
        refuse(yield, Halt.YIELDED);
        came = tx.required(LONGEST_STEP, () -> {
            refuse(leases.cancelled(id()), Halt.CANCELLED);
            Optional<Progress> kept = leases.advance(id(), fence(), work.get());
            refuse(kept.isEmpty(), Halt.LOST);
            return kept.orElseThrow();
        });
        attempts = 0;
        moves.tell(id(), member());
    }

    private void refuse(boolean when, Halt why) {
        if (when) {
            halt = why;
            throw new JobCancelledException();
        }
    }

    long id() {
        return stored.job().id().value();
    }

    long fence() {
        return stored.fence();
    }

    long member() {
        return stored.job().memberId();
    }

    StoredJob stored() {
        return stored;
    }

    JobHandler handler() {
        return handler;
    }

    /** Failures and interruptions since the last step that committed. */
    int attempts() {
        return attempts;
    }

    /** What made the last step refuse to begin or to commit; null if none did. */
    @Nullable Halt halt() {
        return halt;
    }

    /** The present step is to be the last one here. */
    void yieldSoon() {
        yield = true;
    }

    /** Keeps the lease; a job that is somebody else's meanwhile comes to its end here. */
    void renew() {
        if (!leases.renew(id(), fence())) {
            lost = true;
        }
    }
}

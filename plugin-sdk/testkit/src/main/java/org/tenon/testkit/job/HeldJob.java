package org.tenon.testkit.job;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tenon.sdk.Kind;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.job.Job;
import org.tenon.sdk.job.Job.State;
import org.tenon.sdk.job.JobCancelledException;
import org.tenon.sdk.job.JobHandler;
import org.tenon.sdk.job.JobRun;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.tx.Tx;

/** One job of {@link StandaloneJobs}: what the real queue keeps in a row. */
final class HeldJob {

    /** What a dead node leaves: nothing is written down any more. */
    private static final class Death extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    private final RecordId id = RecordId.next();
    private final Caller submitter;
    private final String kind;
    private final String subject;
    private final Map<String, Object> parameters;
    private final LocalDateTime createdAt = now();
    private State state = State.WAITING;
    private JobRun.Progress progress = new JobRun.Progress(0, null, Map.of());
    private Map<String, Object> result = Map.of();
    private @Nullable String problem;
    private @Nullable LocalDateTime startedAt;
    private @Nullable LocalDateTime endedAt;
    private boolean cancelled;

    HeldJob(Caller submitter, String kind, String subject, Map<String, Object> parameters) {
        this.submitter = new Caller(submitter.memberId(), submitter.name(), submitter.locale(), submitter.system(), null);
        this.kind = kind;
        this.subject = subject;
        this.parameters = parameters;
    }

    RecordId id() {
        return id;
    }

    Job present() {
        return new Job(id, kind, subject, state, submitter.memberId(), parameters, progress.done(), progress.total(), result, problem, createdAt,
                startedAt, endedAt);
    }

    void cancel() {
        cancelled = !state.ended();
        if (state == State.WAITING) {
            end(State.CANCELLED);
        }
    }

    /** @param steps after how many the node dies; negative for never */
    void run(Tx tx, JobHandler handler, int steps) {
        state = State.RUNNING;
        startedAt = startedAt == null ? now() : startedAt;
        Run run = new Run(tx, steps);
        try {
            result = StandaloneJobs.copy(submitter.run(() -> handler.run(run)));
            end(State.SUCCEEDED);
        } catch (Death e) {
            state = State.RUNNING;
        } catch (JobCancelledException e) {
            end(State.CANCELLED);
        } catch (TenonException e) {
            if (e.kind() == Kind.UNAVAILABLE) {
                state = State.WAITING;
            } else {
                problem = e.getMessage();
                end(State.FAILED);
            }
        }
    }

    private void end(State how) {
        state = how;
        endedAt = now();
    }

    private static LocalDateTime now() {
        return LocalDateTime.now(ZoneOffset.UTC);
    }

    private final class Run implements JobRun {

        private final Tx tx;
        private int left;

        Run(Tx tx, int left) {
            this.tx = tx;
            this.left = left;
        }

        @Override
        public Job job() {
            return present();
        }

        @Override
        public Map<String, Object> state() {
            return progress.state();
        }

        @Override
        public void step(Supplier<Progress> work) {
            if (cancelled) {
                throw new JobCancelledException();
            }
            boolean dies = left-- == 0;
            progress = tx.required(() -> {
                Progress came = work.get();
                if (dies) {
                    throw new Death();
                }
                return new Progress(came.done(), came.total(), StandaloneJobs.copy(came.state()));
            });
        }
    }
}

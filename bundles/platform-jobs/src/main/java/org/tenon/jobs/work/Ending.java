package org.tenon.jobs.work;

import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tenon.jobs.queue.JobLeases;
import org.tenon.persistence.SqlErrors;
import org.tenon.sdk.Kind;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.job.JobCancelledException;
import org.tenon.sdk.text.Labels;

/** Runs a handler and writes down what came of it. Safe for all threads. */
final class Ending {

    private static final Logger LOG = LoggerFactory.getLogger(Ending.class);
    /** Failures and interruptions in a row after which a job is given up: about an hour of trying. */
    static final int MOST_ATTEMPTS = 12;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    private final JobLeases leases;
    private final Labels labels;

    Ending(JobLeases leases, Labels labels) {
        this.leases = leases;
        this.labels = labels;
    }

    void run(StoredRun run) {
        if (run.attempts() >= MOST_ATTEMPTS) {
            fail(run, text(run, "problem.interrupted"));
            return;
        }
        try {
            Map<String, Object> result = run.stored().submitter().run(() -> run.handler().run(run));
            if (run.halt() == null) {
                leases.succeed(run.id(), run.fence(), result);
            } else {
                halted(run);
            }
        } catch (JobCancelledException e) {
            halted(run);
        } catch (TenonException e) {
            if (e.kind() == Kind.UNAVAILABLE) {
                again(run, e);
            } else {
                fail(run, String.valueOf(e.getMessage()));
            }
        } catch (RuntimeException | LinkageError e) {
            if (SqlErrors.away(e) || SqlErrors.repeatable(e)) {
                again(run, e);
            } else {
                LOG.warn("job {} ({}) failed", run.stored().job().id(), run.stored().job().kind(), e);
                fail(run, text(run, "problem.defect"));
            }
        }
    }

    private void halted(StoredRun run) {
        if (run.halt() == StoredRun.Halt.CANCELLED) {
            leases.cancel(run.id(), run.fence());
        } else if (run.halt() != StoredRun.Halt.LOST) {
            leases.giveBack(run.id(), run.fence(), run.attempts(), Duration.ZERO);
        }
    }

    private void again(StoredRun run, Throwable why) {
        int attempts = run.attempts() + 1;
        if (attempts >= MOST_ATTEMPTS) {
            LOG.warn("job {} ({}) is given up after {} attempts", run.stored().job().id(), run.stored().job().kind(), attempts, why);
            fail(run, text(run, "problem.unavailable"));
        } else {
            LOG.debug("job {} is tried again", run.stored().job().id(), why);
            leases.giveBack(run.id(), run.fence(), attempts, pause(attempts));
        }
    }

    /** Doubles with each attempt. @param attempts from 1 */
    static Duration pause(int attempts) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts - 1, 20));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    private void fail(StoredRun run, String problem) {
        leases.fail(run.id(), run.fence(), problem);
    }

    private String text(StoredRun run, String key) {
        return labels.text("jobs", key, run.stored().submitter().locale());
    }
}

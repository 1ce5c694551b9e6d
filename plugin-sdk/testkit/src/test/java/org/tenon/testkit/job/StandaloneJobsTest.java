package org.tenon.testkit.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.job.Job;
import org.tenon.sdk.job.JobHandler;
import org.tenon.sdk.job.JobRun;
import org.tenon.sdk.job.JobRun.Progress;
import org.tenon.sdk.tx.Tx;

class StandaloneJobsTest {

    private static final Caller MEMBER = new Caller(7, "张伟", Locale.SIMPLIFIED_CHINESE, false, "session");

    private final List<String> done = new ArrayList<>();
    private final StandaloneJobs jobs = new StandaloneJobs(new NoDatabase()).handler(new Counting());

    @Test
    void aJobThatDiesInAStepGoesOnFromTheOneBefore() {
        Job made = MEMBER.run(() -> jobs.submit("test.count", "三步", Map.of("to", 3)));
        jobs.interruptAfter(1);
        assertThat(jobs.runAll()).extracting(Job::state).containsExactly(Job.State.RUNNING);
        assertThat(jobs.find(made.id()).orElseThrow().done()).isEqualTo(1);
        jobs.runAll();
        Job ended = jobs.find(made.id()).orElseThrow();
        assertThat(ended.state()).isEqualTo(Job.State.SUCCEEDED);
        assertThat(ended.result()).isEqualTo(Map.of("counted", 3));
        assertThat(done).containsExactly("张伟 0", "张伟 1", "张伟 1", "张伟 2");
    }

    @Test
    void aCancelledJobNeverRuns() {
        Job made = MEMBER.run(() -> jobs.submit("test.count", "三步", Map.of("to", 3)));
        jobs.cancel(made.id());
        assertThat(jobs.runAll()).isEmpty();
        assertThat(jobs.find(made.id()).orElseThrow().state()).isEqualTo(Job.State.CANCELLED);
    }

    @Test
    void anUnknownKindIsRefused() {
        assertThatThrownBy(() -> MEMBER.run(() -> jobs.submit("test.other", "", Map.of()))).isInstanceOf(TenonException.class);
    }

    private final class Counting implements JobHandler {

        @Override
        public String kind() {
            return "test.count";
        }

        @Override
        public Map<String, Object> run(JobRun run) {
            int to = (Integer) run.job().parameters().get("to");
            while ((Integer) run.state().getOrDefault("next", 0) < to) {
                run.step(() -> {
                    int next = (Integer) run.state().getOrDefault("next", 0);
                    done.add(Caller.current().name() + " " + next);
                    return new Progress(next + 1, (long) to, Map.of("next", next + 1));
                });
            }
            return Map.of("counted", to);
        }
    }

    /** Transactions over nothing. */
    private static final class NoDatabase implements Tx {

        @Override
        public <T> T required(Supplier<T> work) {
            return work.get();
        }

        @Override
        public <T> T requiresNew(Supplier<T> work) {
            return work.get();
        }

        @Override
        public <T> T required(Duration timeout, Supplier<T> work) {
            return work.get();
        }

        @Override
        public boolean active() {
            return false;
        }

        @Override
        public void setRollbackOnly() {
        }

        @Override
        public void afterCommit(Runnable action) {
            action.run();
        }
    }
}

package org.tenon.jobs.timer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.tenon.jobs.work.Hands;
import org.tenon.jobs.work.Nodes;
import org.tenon.jobs.work.QueuedJobs;
import org.tenon.jobs.work.Waiting;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.job.Job;
import org.tenon.sdk.job.JobRun;
import org.tenon.sdk.job.Schedule;
import org.tenon.sdk.job.Schedule.Missed;
import org.tenon.sdk.job.TimerTask;
import org.tenon.testkit.BothDatabases;
import org.tenon.testkit.TestDatabase;

/** The clock begins at 08:00 UTC. */
class TimersTest {

    private static final String NAME = "test.tidy";

    private final Nodes nodes;
    private final Hands clock = new Hands();
    private final List<LocalDateTime> runs = new CopyOnWriteArrayList<>();
    private final QueuedJobs jobs;
    private final Timers timers;

    TimersTest(TestDatabase database) {
        nodes = new Nodes(database);
        jobs = nodes.node(clock, 2);
        timers = timers(jobs);
    }

    @AfterEach
    void close() {
        timers.close();
        nodes.close();
    }

    private Timers timers(QueuedJobs queue) {
        return new Timers(nodes.persistence().db(), nodes.persistence().tx(), queue, clock);
    }

    private TimerTask hourly(Missed missed, Consumer<LocalDateTime> work) {
        Schedule schedule = Schedule.cron("0 * * * *").in(ZoneOffset.UTC).missed(missed);
        return task(schedule, work);
    }

    private TimerTask task(Schedule schedule, Consumer<LocalDateTime> work) {
        return new TimerTask() {
            @Override
            public String name() {
                return NAME;
            }

            @Override
            public Schedule schedule() {
                return schedule;
            }

            @Override
            public Map<String, Object> run(LocalDateTime due, JobRun run) {
                work.accept(due);
                runs.add(due);
                return Map.of("by", Caller.current().name());
            }
        };
    }

    private void lookAndWait() {
        timers.look();
        Waiting.until(() -> !jobs.busy(NAME));
    }

    private static LocalDateTime hour(int hour) {
        return LocalDateTime.of(2026, 11, 23, hour, 0);
    }

    private Standing standing() {
        return timers.all().get(0);
    }

    @BothDatabases
    void itRunsAtItsTimeAndNotBefore() {
        timers.addTask(hourly(Missed.ONCE, due -> { }));
        lookAndWait();
        clock.forward(Duration.ofMinutes(59));
        lookAndWait();
        assertThat(runs).isEmpty();
        assertThat(standing().next()).contains(Instant.parse("2026-11-23T09:00:00Z"));
        clock.forward(Duration.ofMinutes(1));
        lookAndWait();
        lookAndWait();
        assertThat(runs).containsExactly(hour(9));
        assertThat(standing().next()).contains(Instant.parse("2026-11-23T10:00:00Z"));
        Job job = Nodes.look(jobs, new org.tenon.sdk.record.RecordId(standing().job().orElseThrow()));
        assertThat(job.result()).isEqualTo(Map.of("by", NAME));
        assertThat(job.state()).isEqualTo(Job.State.SUCCEEDED);
    }

    @BothDatabases
    void ofTwoNodesOneRunsIt() {
        Timers other = timers(nodes.node(clock, 2));
        timers.addTask(hourly(Missed.ONCE, due -> { }));
        other.addTask(hourly(Missed.ONCE, due -> { }));
        timers.look();
        other.look();
        clock.forward(Duration.ofHours(1));
        Thread second = new Thread(other::look);
        second.start();
        lookAndWait();
        join(second);
        lookAndWait();
        assertThat(runs).containsExactly(hour(9));
        assertThat(nodes.database().count("select count(*) from jobs_job")).isEqualTo(1);
        other.close();
    }

    private static void join(Thread thread) {
        try {
            thread.join(60_000);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @BothDatabases
    void whatWasMissedWhileNobodyRanIsDoneOnceAfterTheRestart() {
        timers.addTask(hourly(Missed.ONCE, due -> { }));
        lookAndWait();
        timers.close();
        clock.forward(Duration.ofMinutes(195));
        try (Timers restarted = timers(jobs)) {
            restarted.addTask(hourly(Missed.ONCE, due -> { }));
            restarted.look();
            Waiting.until(() -> !jobs.busy(NAME));
        }
        assertThat(runs).containsExactly(hour(11));
    }

    @BothDatabases
    void eachMissedTimeIsRunForOneAfterTheOther() {
        timers.addTask(hourly(Missed.EACH, due -> { }));
        lookAndWait();
        clock.forward(Duration.ofMinutes(195));
        for (int look = 0; look < 5; look++) {
            lookAndWait();
        }
        assertThat(runs).containsExactly(hour(9), hour(10), hour(11));
    }

    @BothDatabases
    void whatWasMissedIsLetPassWhereThatIsTheRule() {
        timers.addTask(hourly(Missed.SKIP, due -> { }));
        lookAndWait();
        clock.forward(Duration.ofMinutes(62));
        lookAndWait();
        assertThat(runs).isEmpty();
        assertThat(standing().next()).contains(Instant.parse("2026-11-23T10:00:00Z"));
    }

    @BothDatabases
    void aRunUnderWayIsNotJoinedByAnother() {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        timers.addTask(hourly(Missed.ONCE, due -> {
            inside.countDown();
            Waiting.until(goOn);
        }));
        timers.look();
        clock.forward(Duration.ofHours(1));
        timers.look();
        Waiting.until(inside);
        clock.forward(Duration.ofSeconds(20));
        timers.look();
        assertThatThrownBy(() -> timers.runNow(NAME)).isInstanceOf(TenonException.class).hasMessageContaining("already");
        goOn.countDown();
        lookAndWait();
        assertThat(runs).containsExactly(hour(9));
    }

    @BothDatabases
    void oneCanBeRunBesideItsTimes() {
        timers.addTask(hourly(Missed.ONCE, due -> { }));
        clock.forward(Duration.ofSeconds(90));
        timers.runNow(NAME);
        Waiting.until(() -> !jobs.busy(NAME));
        assertThat(runs).containsExactly(hour(8).plusMinutes(1));
        assertThat(standing().next()).contains(Instant.parse("2026-11-23T09:00:00Z"));
        assertThatThrownBy(() -> timers.runNow("test.other")).isInstanceOf(TenonException.class);
    }

    @BothDatabases
    void aNewScheduleCountsFromNow() {
        TimerTask hourly = hourly(Missed.ONCE, due -> { });
        timers.addTask(hourly);
        lookAndWait();
        clock.forward(Duration.ofMinutes(61));
        timers.removeTask(hourly);
        timers.addTask(task(Schedule.cron("30 * * * *").in(ZoneOffset.UTC), due -> { }));
        lookAndWait();
        assertThat(runs).isEmpty();
        assertThat(standing().next()).contains(Instant.parse("2026-11-23T09:30:00Z"));
    }

    @BothDatabases
    void aTimerWhoseAreaIsAwayIsShownAndDoesNotRun() {
        TimerTask hourly = hourly(Missed.ONCE, due -> { });
        timers.addTask(hourly);
        lookAndWait();
        timers.removeTask(hourly);
        clock.forward(Duration.ofHours(2));
        lookAndWait();
        assertThat(runs).isEmpty();
        assertThat(standing().present()).isFalse();
        assertThat(standing().cron()).isEqualTo("0 * * * *");
    }

    @BothDatabases
    void aScheduleThatCannotBeReadIsShownWithTheReason() {
        timers.addTask(task(Schedule.cron("soon"), due -> { }));
        lookAndWait();
        assertThat(standing().problem().orElseThrow()).contains("soon");
    }
}

package org.tenon.jobs.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tenon.jobs.work.Company.CHIEF;
import static org.tenon.jobs.work.Company.WANG;
import static org.tenon.jobs.work.Company.ZHANG;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.tenon.jobs.queue.JobTable;
import org.tenon.sdk.Kind;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.job.Job;
import org.tenon.sdk.job.Job.State;
import org.tenon.sdk.job.JobHandler;
import org.tenon.testkit.BothDatabases;
import org.tenon.testkit.TestDatabase;

class JobQueueTest {

    private final Nodes nodes;

    JobQueueTest(TestDatabase database) {
        nodes = new Nodes(database);
    }

    @AfterEach
    void close() {
        nodes.close();
    }

    private static Job submit(QueuedJobs node, int to) {
        return ZHANG.run(() -> node.submit("test.count", "数到 " + to, Map.of("to", to)));
    }

    @BothDatabases
    void aJobRunsAsItsSubmitterAndKeepsItsResult() {
        QueuedJobs node = nodes.node(Clock.systemUTC(), 2);
        node.addHandler(nodes.counting(n -> { }));
        Job ended = Nodes.ended(node, submit(node, 3));
        assertThat(ended.state()).isEqualTo(State.SUCCEEDED);
        assertThat(ended.result()).isEqualTo(Map.of("counted", 3));
        assertThat(ended.done()).isEqualTo(3);
        assertThat(ended.total()).isEqualTo(3);
        assertThat(ended.startedAt()).isNotNull();
        assertThat(nodes.done()).containsExactly(1, 2, 3);
        assertThat(nodes.database().count("select count(*) from work_done where who = '张伟'")).isEqualTo(3);
    }

    @BothDatabases
    void whoeverListensHearsOfTheSubmissionTheBeginningEveryStepAndTheEnd() throws Exception {
        QueuedJobs node = nodes.node(Clock.systemUTC(), 2);
        node.addHandler(nodes.counting(n -> { }));
        CountDownLatch moves = new CountDownLatch(6);
        AutoCloseable listening = node.onMove((job, member) -> {
            if (member == ZHANG.memberId()) {
                moves.countDown();
            }
        });
        submit(node, 3);
        Waiting.until(moves);
        listening.close();
    }

    @BothDatabases
    void aJobSubmittedInATransactionThatRollsBackNeverRuns() {
        QueuedJobs node = nodes.node(Clock.systemUTC(), 2);
        node.addHandler(nodes.counting(n -> { }));
        nodes.persistence().tx().run(() -> {
            submit(node, 1);
            nodes.persistence().tx().setRollbackOnly();
        });
        Nodes.ended(node, submit(node, 2));
        assertThat(nodes.done()).containsExactly(1, 2);
    }

    @BothDatabases
    void anotherNodeGoesOnFromTheLastStepAndTheFirstCannotCommitItsOwn() {
        Hands frozen = new Hands();
        Hands later = new Hands();
        CountDownLatch inStep = new CountDownLatch(1);
        CountDownLatch thaw = new CountDownLatch(1);
        CountDownLatch refused = new CountDownLatch(1);
        QueuedJobs first = nodes.node(frozen, 2);
        JobHandler slow = nodes.counting(n -> {
            if (n == 2) {
                inStep.countDown();
                Waiting.until(thaw);
            }
        });
        first.addHandler(Nodes.handler("test.count", run -> {
            try {
                return slow.run(run);
            } finally {
                refused.countDown();
            }
        }));
        Job job = submit(first, 4);
        Waiting.until(inStep);

        QueuedJobs second = nodes.node(later, 2);
        second.addHandler(nodes.counting(n -> { }));
        assertThat(Nodes.state(second, job.id())).isEqualTo(State.RUNNING);
        later.forward(Nodes.LEASE.plusSeconds(1));
        assertThat(Nodes.ended(second, job).state()).isEqualTo(State.SUCCEEDED);
        thaw.countDown();
        Waiting.until(refused);
        first.close();
        assertThat(nodes.done()).containsExactly(1, 2, 3, 4);
        assertThat(Nodes.look(second, job.id()).result()).isEqualTo(Map.of("counted", 4));
    }

    @BothDatabases
    void aNodeThatStopsFinishesItsStepAndTheJobGoesOnAfterTheNextStart() {
        CountDownLatch inStep = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        QueuedJobs first = nodes.node(Clock.systemUTC(), 2);
        first.addHandler(nodes.counting(n -> {
            inStep.countDown();
            Waiting.until(go);
        }));
        Job job = submit(first, 3);
        Waiting.until(inStep);
        Thread stop = new Thread(first::close);
        stop.start();
        Waiting.until(() -> stop.getState() == Thread.State.TIMED_WAITING);
        go.countDown();
        Waiting.until(() -> !stop.isAlive());
        assertThat(Nodes.state(first, job.id())).isEqualTo(State.WAITING);

        QueuedJobs next = nodes.node(Clock.systemUTC(), 2);
        next.addHandler(nodes.counting(n -> { }));
        assertThat(Nodes.ended(next, job).state()).isEqualTo(State.SUCCEEDED);
        assertThat(nodes.done()).containsExactly(1, 2, 3);
    }

    @BothDatabases
    void aCancelledJobEndsAfterItsStepAndWhatItDidStays() {
        CountDownLatch inStep = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        QueuedJobs node = nodes.node(Clock.systemUTC(), 2);
        node.addHandler(nodes.counting(n -> {
            inStep.countDown();
            Waiting.until(go);
        }));
        Job running = submit(node, 3);
        Job waiting = submit(node, 3);
        Waiting.until(inStep);
        ZHANG.run(() -> {
            node.cancel(running.id());
            node.cancel(waiting.id());
            return true;
        });
        assertThat(Nodes.state(node, waiting.id())).isEqualTo(State.CANCELLED);
        go.countDown();
        assertThat(Nodes.ended(node, running).state()).isEqualTo(State.CANCELLED);
        assertThat(nodes.done()).containsExactly(1);
    }

    @BothDatabases
    void whatIsAwayIsTriedAgainAfterPausesThatGrow() {
        Hands clock = new Hands();
        AtomicInteger calls = new AtomicInteger();
        QueuedJobs node = nodes.node(clock, 2);
        node.addHandler(Nodes.handler("test.away", run -> {
            if (calls.incrementAndGet() < 3) {
                throw new TenonException(Kind.UNAVAILABLE, "the mail server is away");
            }
            return Map.of();
        }));
        Job job = ZHANG.run(() -> node.submit("test.away", "", Map.of()));
        String attempts = "select attempt from jobs_job";
        Waiting.until(() -> nodes.database().count(attempts) == 1 && Nodes.state(node, job.id()) == State.WAITING);
        clock.forward(Duration.ofSeconds(2));
        Waiting.until(() -> nodes.database().count(attempts) == 2 && Nodes.state(node, job.id()) == State.WAITING);
        assertThat(calls.get()).isEqualTo(2);
        clock.forward(Duration.ofSeconds(4));
        assertThat(Nodes.ended(node, job).state()).isEqualTo(State.SUCCEEDED);
        assertThat(Ending.pause(1)).isEqualTo(Duration.ofSeconds(2));
        assertThat(Ending.pause(11)).isEqualTo(Duration.ofMinutes(10));
    }

    @BothDatabases
    void aRefusalEndsTheJobWithItsReasonAndADefectWithAGeneralOne() {
        QueuedJobs node = nodes.node(Clock.systemUTC(), 2);
        node.addHandler(Nodes.handler("test.refused", run -> {
            throw TenonException.forbidden("不允许");
        }));
        node.addHandler(Nodes.handler("test.defect", run -> {
            throw new IllegalStateException("password=secret");
        }));
        Job refused = Nodes.ended(node, ZHANG.run(() -> node.submit("test.refused", "", Map.of())));
        Job defect = Nodes.ended(node, ZHANG.run(() -> node.submit("test.defect", "", Map.of())));
        assertThat(refused.state()).isEqualTo(State.FAILED);
        assertThat(refused.problem()).isEqualTo("不允许");
        assertThat(defect.problem()).isEqualTo("problem.defect");
    }

    @BothDatabases
    void aJobWhoseHandlerIsAwayWaitsForIt() {
        QueuedJobs node = nodes.node(Clock.systemUTC(), 2);
        JobHandler handler = nodes.counting(n -> { });
        node.addHandler(handler);
        nodes.persistence().tx().run(() -> {
            submit(node, 2);
            node.removeHandler(handler);
        });
        assertThatThrownBy(() -> submit(node, 1)).isInstanceOf(TenonException.class);
        node.addHandler(Nodes.handler("test.other", run -> Map.of()));
        Nodes.ended(node, ZHANG.run(() -> node.submit("test.other", "", Map.of())));
        Job waiting = ZHANG.run(() -> node.page(false, Set.of(State.WAITING), null, null, 10)).get(0).job();
        assertThat(nodes.done()).isEmpty();
        node.addHandler(handler);
        assertThat(Nodes.ended(node, waiting).state()).isEqualTo(State.SUCCEEDED);
    }

    @BothDatabases
    void oneMembersLongJobsLeaveAWorkerToTheOthers() {
        CountDownLatch go = new CountDownLatch(1);
        QueuedJobs node = nodes.node(Clock.systemUTC(), 2);
        node.addHandler(nodes.counting(n -> { }));
        node.addHandler(Nodes.handler("test.long", run -> {
            Waiting.until(go);
            return Map.of();
        }));
        Job first = ZHANG.run(() -> node.submit("test.long", "1", Map.of()));
        Job second = ZHANG.run(() -> node.submit("test.long", "2", Map.of()));
        Job others = WANG.run(() -> node.submit("test.count", "3", Map.of("to", 1)));
        assertThat(Nodes.ended(node, others).state()).isEqualTo(State.SUCCEEDED);
        assertThat(Nodes.state(node, first.id())).isEqualTo(State.RUNNING);
        assertThat(Nodes.state(node, second.id())).isEqualTo(State.WAITING);
        go.countDown();
        Nodes.ended(node, second);
    }

    @BothDatabases
    void jobsAreSeenByTheirSubmitterAndByWhoManagesThem() {
        QueuedJobs node = nodes.node(Clock.systemUTC(), 2);
        node.addHandler(nodes.counting(n -> { }));
        Job job = submit(node, 1);
        Nodes.ended(node, job);
        assertThat(ZHANG.run(() -> node.page(false, Set.of(), null, null, 10))).hasSize(1);
        assertThat(CHIEF.run(() -> node.page(true, Set.of(State.SUCCEEDED), "test.count", null, 10))).hasSize(1);
        assertThat(CHIEF.run(() -> node.page(true, Set.of(), null, job.id(), 10))).isEmpty();
        assertThat(WANG.run(() -> node.find(job.id()))).isEmpty();
        assertThatThrownBy(() -> WANG.run(() -> {
            node.cancel(job.id());
            return true;
        })).isInstanceOfSatisfying(TenonException.class, e -> assertThat(e.kind()).isEqualTo(Kind.NOT_FOUND));
        assertThatThrownBy(() -> WANG.run(() -> node.page(true, Set.of(), null, null, 10)))
                .isInstanceOfSatisfying(TenonException.class, e -> assertThat(e.kind()).isEqualTo(Kind.FORBIDDEN));
    }

    @BothDatabases
    void jobsOfLongAgoAreSweptAwayAndOthersStay() {
        Hands clock = new Hands();
        QueuedJobs node = nodes.node(clock, 2);
        node.addHandler(nodes.counting(n -> { }));
        Nodes.ended(node, submit(node, 1));
        clock.forward(Duration.ofDays(31));
        Job recent = submit(node, 1);
        Nodes.ended(node, recent);
        assertThat(new JobTable(nodes.persistence().db(), clock).sweep(LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(30))).isEqualTo(1);
        assertThat(List.of(Nodes.look(node, recent.id()).state())).containsExactly(State.SUCCEEDED);
    }
}

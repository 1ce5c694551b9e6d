package org.tenon.web.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.record.Change;
import org.tenon.sdk.record.ChangeFeed;
import org.tenon.sdk.record.RecordId;

@Timeout(30)
class EventHubTest {

    private static final Caller SEES_EVEN = new Caller(2, "even", Locale.ENGLISH, false, null);
    private static final Caller SEES_ALL = new Caller(1, "all", Locale.ENGLISH, false, null);

    private final Log log = new Log();
    private volatile Optional<ChangeFeed> feed = Optional.of(log);
    private final AtomicInteger revision = new AtomicInteger(7);
    private final EventHub hub = new EventHub(() -> feed, revision::get, Duration.ofMillis(50));

    @AfterEach
    void close() {
        hub.close();
    }

    @Test
    void everyBrowserHearsOnlyWhatItsMemberMaySee() {
        Browser all = join(SEES_ALL, 0);
        Browser even = join(SEES_EVEN, 0);
        log.write(1);
        log.write(2);
        hub.changed();
        until(() -> all.text().contains("\"seq\":2") && even.text().contains("\"seq\":2"));
        assertThat(all.text()).contains("id: 1\nevent: records\ndata: {\"seq\":1,\"type\":\"customers.customer\",\"id\":\""
                + RecordId.text(1) + "\",\"action\":\"update\",\"version\":3}\n\n");
        assertThat(even.text()).doesNotContain("\"seq\":1,");
    }

    @Test
    void aBrowserThatComesBackHearsWhatItMissedOnce() {
        for (int i = 1; i <= 700; i++) {
            log.write(i);
        }
        Browser browser = join(SEES_ALL, 150);
        until(() -> browser.text().contains("\"seq\":700,"));
        assertThat(browser.text()).doesNotContain("\"seq\":150,").containsOnlyOnce("\"seq\":151,").containsOnlyOnce("\"seq\":700,");
    }

    @Test
    void ofJobsOnlyTheirMemberHears() {
        Browser all = join(SEES_ALL, 0);
        Browser even = join(SEES_EVEN, 0);
        hub.jobMoved(new RecordId(7), SEES_EVEN.memberId());
        hub.jobMoved(new RecordId(7), SEES_EVEN.memberId());
        hub.jobMoved(new RecordId(8), SEES_ALL.memberId());
        until(() -> even.text().contains("event: job") && all.text().contains("event: job"));
        assertThat(even.text()).containsOnlyOnce("event: job\ndata: {\"id\":\"" + RecordId.text(7) + "\"}\n\n");
        assertThat(all.text()).doesNotContain(RecordId.text(7));
    }

    @Test
    void oneThatWasAwayTooLongStartsAtThePresent() {
        for (int i = 1; i <= News.MOST_REPLAYED + 10; i++) {
            log.write(i);
        }
        Browser browser = join(SEES_ALL, 5);
        log.write(News.MOST_REPLAYED + 11);
        hub.changed();
        until(() -> browser.text().contains("\"seq\":" + (News.MOST_REPLAYED + 11)));
        assertThat(browser.text()).doesNotContain("\"seq\":6,").contains("id: " + (News.MOST_REPLAYED + 10) + "\n\n");
    }

    @Test
    void aPositionFromAnotherDatabaseIsIgnored() {
        log.write(1);
        Browser browser = join(SEES_ALL, 99);
        until(() -> browser.text().contains("id: 1\n\n"));
    }

    @Test
    void severalChangesOfOneRecordAreOneEvent() {
        Browser browser = join(SEES_ALL, 0);
        until(() -> browser.text().contains("retry: "));
        log.write(1, 5);
        log.write(2, 5);
        log.write(3, 6);
        hub.changed();
        until(() -> browser.text().contains("\"seq\":3,"));
        assertThat(browser.text()).doesNotContain("\"seq\":1,").contains("\"seq\":2,");
    }

    @Test
    void theShellsRevisionIsToldAtTheStartAndAfterChanges() {
        Browser browser = join(SEES_ALL, 0);
        until(() -> browser.text().contains("event: shell\ndata: {\"revision\":7}\n\n"));
        revision.set(9);
        hub.shellChanged();
        hub.shellChanged();
        until(() -> browser.text().contains("{\"revision\":9}"));
        assertThat(browser.text()).containsOnlyOnce("{\"revision\":9}");
    }

    @Test
    void whatChangesDuringAPauseIsToldAtItsEnd() {
        Browser browser = join(SEES_ALL, 0);
        until(() -> browser.text().contains("{\"revision\":7}"));
        hub.pause();
        hub.pause();
        revision.set(8);
        hub.shellChanged();
        hub.resume();
        // Two of these, one after the other, take longer than a change of the shell would.
        hub.jobMoved(new RecordId(5), SEES_ALL.memberId());
        until(() -> browser.text().contains(RecordId.text(5)));
        hub.jobMoved(new RecordId(6), SEES_ALL.memberId());
        until(() -> browser.text().contains(RecordId.text(6)));
        assertThat(browser.text()).doesNotContain("{\"revision\":8}");

        revision.set(9);
        hub.resume();

        until(() -> browser.text().contains("{\"revision\":9}"));
    }

    @Test
    void aSignOfLifeMovesThePositionOn() {
        Browser even = join(SEES_EVEN, 0);
        log.write(1);
        hub.changed();
        until(() -> even.text().contains(": \nid: 1\n\n"));
    }

    @Test
    void theEndOfTheSessionIsToldAndEndsTheLine() {
        Browser browser = new Browser();
        browser.line.onWritePossible();
        hub.join(new Listener(browser.line, SEES_ALL, Optional::empty, 0));
        until(() -> browser.completed);
        assertThat(browser.text()).contains("event: session\ndata: {\"ended\":true}\n\n");
    }

    @Test
    void nothingIsMissedWhileTheChangeLogIsAway() {
        Browser browser = join(SEES_ALL, 0);
        until(() -> browser.text().contains("retry: "));
        log.failures.set(2);
        log.write(1);
        hub.changed();
        until(() -> browser.text().contains("\"seq\":1,"));
        feed = Optional.empty();
        log.write(2);
        hub.changed();
        feed = Optional.of(log);
        until(() -> browser.text().contains("\"seq\":2,"));
    }

    @Test
    void aSlowBrowserHoldsNobodyUp() {
        Browser slow = join(SEES_ALL, 0);
        Browser quick = join(SEES_ALL, 0);
        until(() -> slow.text().contains("revision") && quick.text().contains("revision"));
        slow.takes = 0;
        for (int i = 1; i <= Line.MOST_QUEUED + 10; i++) {
            log.write(i);
        }
        hub.changed();
        until(() -> quick.text().contains("\"seq\":" + (Line.MOST_QUEUED + 10)));
        until(() -> slow.completed);
    }

    private Browser join(Caller caller, long last) {
        Browser browser = new Browser();
        browser.line.onWritePossible();
        hub.join(new Listener(browser.line, caller, () -> Optional.of(caller), last));
        until(() -> browser.text().contains("retry: "));
        return browser;
    }

    private static void until(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    private static final class Log implements ChangeFeed {

        private final List<Change> changes = new CopyOnWriteArrayList<>();
        private final AtomicInteger failures = new AtomicInteger();

        void write(long seq) {
            write(seq, seq);
        }

        void write(long seq, long target) {
            changes.add(new Change(seq, "customers.customer", target, "update", 3, null, null, 1, LocalDateTime.of(2026, 1, 1, 0, 0), "[]"));
        }

        @Override
        public long latest() {
            return changes.isEmpty() ? 0 : changes.get(changes.size() - 1).seq();
        }

        @Override
        public List<Change> after(long seq, int limit) {
            if (failures.get() > 0 && failures.decrementAndGet() >= 0) {
                throw new IllegalStateException("database away");
            }
            return changes.stream().filter(change -> change.seq() > seq).limit(limit).toList();
        }

        @Override
        public AutoCloseable follow(String cursor, Consumer<List<Change>> reader) {
            throw new UnsupportedOperationException();
        }

        @Override
        public AutoCloseable onNew(Runnable signal) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean visible(Caller caller, Change change) {
            return caller.memberId() == 1 || change.seq() % 2 == 0;
        }
    }
}

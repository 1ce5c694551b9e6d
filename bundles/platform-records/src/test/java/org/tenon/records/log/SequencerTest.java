package org.tenon.records.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.tenon.persistence.DatabaseConfig;
import org.tenon.persistence.standalone.StandalonePersistence;
import org.tenon.sdk.record.RecordId;
import org.tenon.testkit.BothDatabases;
import org.tenon.testkit.DatabaseKind;
import org.tenon.testkit.TestDatabase;

class SequencerTest {

    private static final Duration LEASE = Duration.ofSeconds(5);

    private final TestDatabase database;
    private final Hands clock = new Hands();
    private StandalonePersistence persistence;

    SequencerTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void open() {
        database.execute(database.kind() == DatabaseKind.DERBY ? "values 1" : "select 1");
        persistence = StandalonePersistence.open(DatabaseConfig.of(database.url(), database.user(), database.password()));
        persistence.unit("records", ChangeLog.class);
    }

    @AfterEach
    void close() {
        persistence.close();
    }

    /** A clock that is moved by hand. */
    private static final class Hands extends Clock {

        private volatile Instant now = Instant.parse("2026-11-23T08:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @BothDatabases
    void anotherSequencerTakesOverWhenTheLeaseOfADeadOneEnds() {
        Sequencer first = new Sequencer(persistence.db(), clock, LEASE);
        ChangeLog log = new ChangeLog(persistence.db(), persistence.tx(), first);
        append(log);
        Waiting.until(() -> first.latest() == 1);
        first.stop();
        append(log);

        Lease refused = new Lease(persistence.db(), clock, Numbering.HEAD, "another", LEASE);
        assertThat(refused.hold()).isFalse();
        try (Sequencer second = new Sequencer(persistence.db(), clock, LEASE)) {
            assertThat(new Numbering(persistence.db()).head()).isEqualTo(1);
            clock.now = clock.now.plus(LEASE).plusSeconds(1);
            Waiting.until(() -> second.latest() == 2);
        }
        assertThat(new ChangeAudit(persistence.db()).verify()).isEmpty();
    }

    @BothDatabases
    void oneThatClosesLetsTheNextWorkAtOnce() {
        Sequencer first = new Sequencer(persistence.db(), clock, LEASE);
        ChangeLog log = new ChangeLog(persistence.db(), persistence.tx(), first);
        append(log);
        Waiting.until(() -> first.latest() == 1);
        first.close();
        append(log);
        try (Sequencer second = new Sequencer(persistence.db(), clock, LEASE)) {
            Waiting.until(() -> second.latest() == 2);
        }
    }

    @BothDatabases
    void rowsLeftByACrashAreNumberedAtTheNextStart() {
        Sequencer dead = new Sequencer(persistence.db(), clock, LEASE);
        dead.close();
        ChangeLog log = new ChangeLog(persistence.db(), persistence.tx(), dead);
        for (int i = 0; i < 1_203; i++) {
            append(log);
        }
        try (Sequencer next = new Sequencer(persistence.db(), clock, LEASE)) {
            Waiting.until(() -> next.latest() == 1_203);
        }
        assertThat(new ChangeAudit(persistence.db()).verify()).isEmpty();
    }

    private void append(ChangeLog log) {
        ChangeRow row = new ChangeRow(RecordId.next().value(), "sample.tree", 1, "create", 1, null, null, 0, "test", LocalDateTime.now(clock), "[]");
        persistence.tx().run(() -> log.append(List.of(row)));
    }
}

package org.tenon.persistence.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.tenon.persistence.DatabaseConfig;
import org.tenon.persistence.PersistenceUnit;
import org.tenon.persistence.sample.Ids;
import org.tenon.persistence.sample.Note;
import org.tenon.persistence.standalone.StandalonePersistence;
import org.tenon.sdk.Kind;
import org.tenon.sdk.TenonException;
import org.tenon.testkit.PostgresServer;

class OutageTest {

    @Test
    void workIsRefusedWhileTheServerIsAwayAndGoesOnWhenItIsBack() throws IOException {
        PostgresServer server = PostgresServer.separate();
        DatabaseConfig config = DatabaseConfig.of(server.url("postgres"), server.user(), "");
        try (StandalonePersistence persistence = StandalonePersistence.open(config)) {
            PersistenceUnit notes = persistence.unit("notes", Note.class, Note.class);
            persistence.tx().run(() -> notes.entityManager().persist(Ids.note("before")));

            assertUnavailable(() -> persistence.tx().run(() -> {
                notes.entityManager().persist(Ids.note("lost"));
                notes.entityManager().flush();
                stop(server);
            }));
            assertUnavailable(() -> persistence.tx().run(() -> notes.entityManager().find(Note.class, 1L)));
            assertUnavailable(() -> persistence.db().read(connection -> connection.prepareStatement("select 1").execute()));

            server.start();
            awaitBack(persistence);
            persistence.tx().run(() -> notes.entityManager().persist(Ids.note("after")));

            long count = persistence.tx().required(() -> notes.entityManager().createQuery("select count(n) from Note n", Long.class).getSingleResult());
            assertThat(count).isEqualTo(2);
            assertThat(persistence.busyConnections()).isZero();
        } finally {
            server.end();
        }
    }

    @Test
    void aServerThatVanishedIsNotWaitedForLongerThanTheTransactionMayTake() throws IOException {
        PostgresServer server = PostgresServer.separate();
        int port = Integer.parseInt(server.url("").replaceAll(".*:(\\d+)/", "$1"));
        try (FreezingRelay relay = new FreezingRelay(port)) {
            DatabaseConfig config = DatabaseConfig.of(server.url("postgres").replace(":" + port, ":" + relay.port()), server.user(), "");
            try (StandalonePersistence persistence = StandalonePersistence.open(config)) {
                long begin = System.nanoTime();
                assertUnavailable(() -> persistence.tx().required(Duration.ofSeconds(1), () -> persistence.db().read(connection -> {
                    connection.prepareStatement("select 1").execute();
                    relay.freeze();
                    return connection.prepareStatement("select 2").execute();
                })));
                assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(60));
                assertThat(persistence.busyConnections()).isZero();
            }
        } finally {
            server.end();
        }
    }

    private static void assertUnavailable(Runnable work) {
        assertThatThrownBy(work::run).isInstanceOfSatisfying(TenonException.class,
            refused -> assertThat(refused.kind()).isEqualTo(Kind.UNAVAILABLE));
    }

    private static void awaitBack(StandalonePersistence persistence) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (true) {
            try {
                persistence.db().read(connection -> connection.prepareStatement("select 1").execute());
                return;
            } catch (TenonException e) {
                assertThat(System.nanoTime()).as("the database is back for 30 s").isLessThan(end);
            }
        }
    }

    private static void stop(PostgresServer server) {
        try {
            server.stop();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

package org.tenon.persistence.tx;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.tenon.persistence.DbKind;
import org.tenon.testkit.BothDatabases;
import org.tenon.testkit.TestDatabase;

/** Lists read past those who write, and never take a second connection. */
class GlanceTest {

    private TxFixture on;

    @BeforeEach
    void open(TestDatabase database) {
        on = new TxFixture(database);
    }

    @AfterEach
    void close() {
        on.close();
    }

    @BothDatabases
    void aGlanceDoesNotWaitForAWriter() throws Exception {
        ExecutorService writer = Executors.newSingleThreadExecutor();
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch seen = new CountDownLatch(1);
        Future<?> transaction = writer.submit(() -> on.tx.run(() -> {
            on.insert(1);
            written.countDown();
            await(seen);
        }));
        await(written);
        long rows = on.db.glance(GlanceTest::count);
        seen.countDown();
        transaction.get(10, TimeUnit.SECONDS);
        writer.shutdown();
        assertThat(rows).isEqualTo(on.db.kind() == DbKind.DERBY ? 1 : 0);
        assertThat(on.db.<Integer>read(Connection::getTransactionIsolation)).isEqualTo(Connection.TRANSACTION_READ_COMMITTED);
    }

    @BothDatabases
    void aReadWithinAReadSharesItsConnection() {
        boolean same = on.db.read(outer -> on.db.read(inner -> inner == outer && on.db.glance(third -> third == outer)));
        assertThat(same).isTrue();
    }

    @BothDatabases
    void inATransactionAGlanceSeesWhatItWrote() {
        on.tx.run(() -> {
            on.insert(1);
            assertThat(on.db.<Long>glance(GlanceTest::count)).isEqualTo(1);
        });
    }

    private static long count(Connection connection) throws SQLException {
        try (var statement = connection.createStatement(); var rows = statement.executeQuery("select count(*) from item")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

package org.tenon.identity.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.tenon.identity.Identity;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.record.DemoData;
import org.tenon.testkit.BothDatabases;
import org.tenon.testkit.TestDatabase;

class DemoLoaderTest {

    private final TestDatabase database;
    private final BlockingQueue<String> loaded = new LinkedBlockingQueue<>();
    private Identity identity;

    DemoLoaderTest(TestDatabase database) {
        this.database = database;
    }

    private abstract class Recorded implements DemoData {
        @Override
        public void load() {
            assertThat(Caller.current().system()).isTrue();
            loaded.add(getClass().getSimpleName());
        }
    }

    private final class First extends Recorded {
        @Override
        public int order() {
            return 0;
        }
    }

    private final class Second extends Recorded {
        @Override
        public int order() {
            return 10;
        }
    }

    private final class Failing implements DemoData {
        @Override
        public int order() {
            return 5;
        }

        @Override
        public void load() {
            loaded.add("Failing");
            throw new IllegalStateException("on purpose");
        }
    }

    @BeforeEach
    void open() {
        identity = new Identity(database);
    }

    @AfterEach
    void close() {
        identity.close();
    }

    @BothDatabases
    void contributionsAreLoadedInOrderAndOnce() throws Exception {
        DemoLoader loader = loader();
        loader.add(new Second());
        loader.add(new Failing());
        loader.begin(true);
        loader.add(new First());
        assertThat(List.of(take(), take(), take())).containsExactly("First", "Failing", "Second");
        loader.close();
        DemoLoader later = loader();
        later.add(new First());
        later.add(new Failing());
        later.add(new Second());
        later.add(new Sentinel());
        later.begin(false);
        assertThat(take()).isEqualTo("Sentinel");
        later.close();
    }

    @BothDatabases
    void whatComesLateIsLoadedToo() throws Exception {
        DemoLoader loader = loader();
        loader.begin(true);
        loader.add(new First());
        assertThat(take()).isEqualTo("First");
        loader.add(new Second());
        assertThat(take()).isEqualTo("Second");
        loader.close();
    }

    @BothDatabases
    void aHomeThatWasNotEmptyGetsNone() {
        DemoLoader loader = loader();
        loader.begin(false);
        loader.add(new First());
        loader.close();
        assertThat(identity.sql.list(row -> row.getString(1), "SELECT name FROM identity_demo")).isEmpty();
        assertThat(loaded).isEmpty();
    }

    private final class Sentinel extends Recorded {
        @Override
        public int order() {
            return 99;
        }
    }

    private DemoLoader loader() {
        return DemoLoader.patient(200, identity.persistence.db(), identity.persistence.tx());
    }

    private String take() throws InterruptedException {
        String next = loaded.poll(20, TimeUnit.SECONDS);
        return String.valueOf(next);
    }
}

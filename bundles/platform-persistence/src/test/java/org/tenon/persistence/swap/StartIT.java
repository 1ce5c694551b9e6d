package org.tenon.persistence.swap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkEvent;
import org.osgi.util.tracker.ServiceTracker;
import org.tenon.testkit.PostgresServer;

/** Starts of the container that do not go straight. */
class StartIT {

    private static final String TX = "org.tenon.sdk.tx.Tx";

    @TempDir
    private Path home;

    @Test
    void servicesAppearOnceTheDatabaseCanBeReached() throws Exception {
        PostgresServer server = PostgresServer.separate();
        server.stop();
        try (Container container = Container.start(home, "db.kind=postgresql\ndb.url=" + server.url("postgres") + "\ndb.user=" + server.user() + "\n")) {
            ServiceTracker<?, ?> tx = tracker(container);
            assertThat(tx.getService()).isNull();
            assertThat(container.framework().getState()).isEqualTo(Bundle.ACTIVE);

            server.start();
            assertThat(tx.waitForService(TimeUnit.SECONDS.toMillis(60))).isNotNull();
        } finally {
            server.end();
        }
    }

    @Test
    void aSecondStartOnTheSameHomeStops() throws Exception {
        try (Container first = Container.start(home, "")) {
            assertThat(tracker(first).waitForService(TimeUnit.SECONDS.toMillis(60))).isNotNull();

            Container second = Container.start(home, home.resolve("bundles-of-the-second"));
            assertThat(second.framework().waitForStop(TimeUnit.SECONDS.toMillis(60)).getType()).isEqualTo(FrameworkEvent.STOPPED);
            assertThat(tracker(first).getService()).isNotNull();
        }
    }

    @Test
    void aConfigurationThatCannotBeRightStops() throws Exception {
        Container container = Container.start(home, "db.kind=oracle\n");
        assertThat(container.framework().waitForStop(TimeUnit.SECONDS.toMillis(60)).getType()).isEqualTo(FrameworkEvent.STOPPED);
    }

    @Test
    void aCleanStopLeavesDerbyNothingToRecover() throws Exception {
        try (Container container = Container.start(home, "")) {
            assertThat(tracker(container).waitForService(TimeUnit.SECONDS.toMillis(60))).isNotNull();
            assertThat(home.resolve("db/tenon/db.lck")).exists();
        }
        assertThat(home.resolve("db/tenon/db.lck")).doesNotExist();
        assertThat(Files.isDirectory(home.resolve("db/tenon"))).isTrue();
    }

    private static ServiceTracker<?, ?> tracker(Container container) {
        ServiceTracker<?, ?> tracker = new ServiceTracker<>(container.framework().getBundleContext(), TX, null);
        tracker.open(true);
        return tracker;
    }
}

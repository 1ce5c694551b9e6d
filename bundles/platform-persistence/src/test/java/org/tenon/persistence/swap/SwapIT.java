package org.tenon.persistence.swap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.util.tracker.ServiceTracker;
import org.tenon.persistence.swap.driver.Driver;
import org.tenon.persistence.swap.north.Crate;
import org.tenon.persistence.swap.north.Label;
import org.tenon.persistence.swap.south.Pallet;
import org.tenon.testkit.BothDatabases;
import org.tenon.testkit.DatabaseKind;
import org.tenon.testkit.TestDatabase;

/** Two areas in one container: one transaction through both, and one of them replaced again and again while others write. */
class SwapIT {

    private static final int SWAPS = 30;
    private static final int WRITERS = 4;
    private static final String AREA_IMPORTS = "jakarta.persistence,org.apache.openjpa.enhance,org.apache.openjpa.util,org.tenon.sdk.record";

    private final AtomicLong ids = new AtomicLong();
    private Container container;
    private Bundle north;
    private BiFunction<String, Long, Object> driver;

    @BeforeEach
    @SuppressWarnings("unchecked")
    void start(TestDatabase database, @TempDir Path home) throws Exception {
        container = Container.start(home, database.kind() == DatabaseKind.DERBY ? ""
            : "db.kind=postgresql\ndb.url=" + database.url() + "\ndb.user=" + database.user() + "\n");
        north = container.install(north("1.0.0"));
        container.install(new AreaJar("south", "1.0.0").header("Import-Package", AREA_IMPORTS)
            .header("Tenon-Area", "south").header("Tenon-Persistence", "south;entities=\"" + Pallet.class.getName() + "\"")
            .type(Pallet.class).file("db/V1__south.sql", "/swap/south/V1__south.sql"));
        container.install(new AreaJar("driver", "1.0.0").header("Bundle-Activator", Driver.class.getName())
            .header("Import-Package", "jakarta.persistence,org.osgi.framework,org.osgi.util.tracker,org.tenon.persistence,org.tenon.sdk,org.tenon.sdk.record,org.tenon.sdk.tx")
            .type(Driver.class).type(Class.forName(Driver.class.getName() + "$SetId")));
        ServiceTracker<?, ?> tracker = new ServiceTracker<>(container.framework().getBundleContext(), BiFunction.class, null);
        tracker.open();
        driver = (BiFunction<String, Long, Object>) tracker.waitForService(10_000);
    }

    @AfterEach
    void stop() throws Exception {
        container.close();
    }

    private static AreaJar north(String version) {
        AreaJar jar = new AreaJar("north", version).header("Import-Package", AREA_IMPORTS).header("Tenon-Area", "north")
            .type(Crate.class).file("db/V1__north.sql", "/swap/north/V1__north.sql");
        if (version.equals("1.0.0")) {
            return jar.header("Tenon-Persistence", "north;entities=\"" + Crate.class.getName() + "\"");
        }
        return jar.header("Tenon-Persistence", "north;entities=\"" + Crate.class.getName() + "," + Label.class.getName() + "\"")
            .type(Label.class).file("db/V2__label.sql", "/swap/north/V2__label.sql");
    }

    @BothDatabases
    void oneTransactionThroughTwoAreasIsWholeOrNothing() {
        driver.apply("write", 1L);
        assertRows(1);

        assertThatThrownBy(() -> driver.apply("inner throws", 2L)).isInstanceOf(IllegalArgumentException.class).hasMessage("inner");
        assertRows(1);

        assertThatThrownBy(() -> driver.apply("outer throws", 3L)).isInstanceOf(IllegalArgumentException.class).hasMessage("outer");
        assertRows(1);

        assertThatThrownBy(() -> driver.apply("inner throws, swallowed", 4L)).isInstanceOf(IllegalStateException.class);
        assertRows(1);
    }

    @BothDatabases
    void replacingAnAreaUnderLoadFailsNothingAndLeavesNoClassLoaderBehind() throws Exception {
        AtomicBoolean enough = new AtomicBoolean();
        AtomicLong written = new AtomicLong();
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            running.add(writers.submit(() -> {
                while (!enough.get()) {
                    Object id = driver.apply("write", ids.incrementAndGet());
                    written.incrementAndGet();
                    assertThat(driver.apply("read", (Long) id)).isEqualTo(true);
                }
            }));
        }
        List<WeakReference<Object>> loaders = new ArrayList<>();
        loaders.add(new WeakReference<>(driver.apply("loader", 0L)));
        for (int swap = 1; swap <= SWAPS; swap++) {
            north.update(north(swap % 2 == 0 ? "1.0.0" : "1.1.0").stream());
            loaders.add(new WeakReference<>(driver.apply("loader", 0L)));
            assertThat(driver.apply("entities", 0L)).isEqualTo(swap % 2 == 0 ? 1 : 2);
            awaitGrowth(written, 20, running);
        }
        enough.set(true);
        for (Future<?> writer : running) {
            writer.get(60, TimeUnit.SECONDS);
        }
        writers.shutdown();

        assertThat(written.get()).isEqualTo(ids.get());
        assertRows(written.get());
        assertThat(loaders).hasSize(SWAPS + 1);
        awaitOneLive(loaders);
    }

    private static void awaitGrowth(AtomicLong written, int by, List<Future<?>> running) throws Exception {
        long goal = written.get() + by;
        while (written.get() < goal) {
            for (Future<?> writer : running) {
                if (writer.isDone()) {
                    writer.get();
                }
            }
            Thread.onSpinWait();
        }
    }

    private static void awaitOneLive(List<WeakReference<Object>> loaders) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        long live = SWAPS;
        while (live > 1 && System.nanoTime() < end) {
            System.gc();
            live = loaders.stream().filter(loader -> loader.get() != null).count();
        }
        assertThat(live).as("class loaders of the replaced area that are still reachable, and the present one").isEqualTo(1);
    }

    private void assertRows(long count) {
        assertThat(driver.apply("count north", 0L)).isEqualTo(count);
        assertThat(driver.apply("count south", 0L)).isEqualTo(count);
    }
}

package org.tenon.files.store;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tenon.files.content.ContentFolder;

/** Clears away files whose time has come, every ten minutes; after a start and once a day what crashes left: contents that no file has, and drafts. */
final class Sweep implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);
    /** Longer than any writer takes. */
    private static final Duration DRAFT = Duration.ofHours(24);
    private static final int FULL = 500;

    private final SealedFiles files;
    private final ContentTable contents;
    private final ContentFolder folder;
    private final Clock clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "tenon-files-sweep");
        thread.setDaemon(true);
        return thread;
    });

    Sweep(SealedFiles files, ContentTable contents, ContentFolder folder, Clock clock) {
        this.files = files;
        this.contents = contents;
        this.folder = folder;
        this.clock = clock;
    }

    void start() {
        timer.scheduleWithFixedDelay(() -> attempt(this::expired), 1, 10, TimeUnit.MINUTES);
        timer.scheduleWithFixedDelay(() -> attempt(this::leftovers), 2, TimeUnit.DAYS.toMinutes(1), TimeUnit.MINUTES);
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void attempt(Work work) {
        try {
            work.run();
        } catch (IOException | RuntimeException e) {
            LOG.warn("Old files could not be cleared away; this is tried again", e);
        }
    }

    void expired() {
        while (files.expire() == FULL && !timer.isShutdown()) {
            LOG.debug("more than {} files had their time", FULL);
        }
    }

    void leftovers() throws IOException {
        folder.each(part -> {
            Set<String> used = contents.used(part);
            part.stream().filter(sha256 -> !used.contains(sha256)).forEach(contents::clear);
        });
        folder.deleteDrafts(clock.instant().minus(DRAFT));
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}

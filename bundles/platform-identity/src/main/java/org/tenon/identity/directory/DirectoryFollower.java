package org.tenon.identity.directory;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tenon.sdk.record.Change;
import org.tenon.sdk.record.ChangeFeed;

/** Lets the directory follow what other nodes change. Works on a thread of its own. */
@Component(service = DirectoryFollower.class, immediate = true)
public final class DirectoryFollower {

    private static final Logger log = LoggerFactory.getLogger(DirectoryFollower.class);
    private static final int BATCH = 500;

    private final MemoryDirectory directory;
    private final ChangeFeed feed;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> new Thread(work, "tenon-directory"));
    private final AutoCloseable following;
    private long seq;

    @Activate
    public DirectoryFollower(@Reference MemoryDirectory directory, @Reference ChangeFeed feed) {
        this.directory = directory;
        this.feed = feed;
        this.seq = feed.latest();
        this.following = feed.onNew(() -> thread.execute(this::follow));
        directory.reload();
    }

    @Deactivate
    public void close() throws Exception {
        following.close();
        thread.shutdown();
    }

    private void follow() {
        try {
            boolean touched = false;
            for (List<Change> changes = feed.after(seq, BATCH); !changes.isEmpty(); changes = feed.after(seq, BATCH)) {
                touched |= changes.stream().anyMatch(change -> change.type().startsWith("identity."));
                seq = changes.get(changes.size() - 1).seq();
            }
            if (touched) {
                directory.reload();
            }
        } catch (RuntimeException e) {
            // The next signal reads from the same place.
            log.warn("the directory could not follow the change log from {}", seq, e);
        }
    }
}

package org.tenon.search.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.AlreadyClosedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tenon.sdk.Kind;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.record.Change;
import org.tenon.sdk.record.ChangeFeed;
import org.tenon.sdk.record.FieldInfo;
import org.tenon.sdk.record.RecordDirectory;
import org.tenon.sdk.record.TypeInfo;
import org.tenon.sdk.search.SearchSource;

/**
 * The thread that keeps the index. It takes in changes as soon as they are numbered, and in between, a batch at a time, the records of types the
 * index does not have yet. What is committed says how far it came, so after a crash it goes on from there. When the log does not go on where the
 * index ends, or a file is damaged, it begins anew.
 */
public final class Indexer implements AutoCloseable {

    /** Rows that the change log writes about itself (docs/decisions/160-purging-all-of-an-areas-data.md). */
    private static final String LOG_ITSELF = "records.changeLog";
    private static final Pattern ERASED = Pattern.compile("\"area\":\"([a-z0-9]+)\"");
    private static final Logger LOG = LoggerFactory.getLogger(Indexer.class);
    private static final int BATCH = 500;
    private static final long TICK_MILLIS = 1_000;
    /** Between two looks at what is new while there is more and more of it: every look costs searches a reader and the index a segment. */
    private static final long SHOW_MILLIS = 500;
    private static final long COMMIT_MILLIS = 5_000;
    private static final long LONGEST_PAUSE_MILLIS = 60_000;

    private final ChangeFeed feed;
    private final SearchSource source;
    private final RecordDirectory directory;
    private final IndexFiles files;
    private final Progress progress = new Progress();
    private final Building building = new Building();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition wake = lock.newCondition();
    private final Thread thread;
    private final List<AutoCloseable> signals;
    private boolean signalled;
    private boolean opened;
    private boolean damaged;
    private boolean unshown;
    private long shownAt;
    private boolean uncommitted;
    private long committedAt;
    private long revision = -1;
    private volatile Shown shown = Shown.NOTHING;
    private volatile boolean closed;

    /** What searches see. */
    private record Shown(long position, Set<String> answered) {

        private static final Shown NOTHING = new Shown(0, Set.of());
    }

    /** Starts at once. @param folder the index's own */
    public Indexer(Path folder, ChangeFeed feed, SearchSource source, RecordDirectory directory) {
        this.feed = feed;
        this.source = source;
        this.directory = directory;
        this.files = new IndexFiles(folder);
        this.signals = List.of(feed.onNew(this::signal), directory.onChange(this::signal));
        this.thread = new Thread(() -> Caller.system("search").run(() -> {
            work();
            return Boolean.TRUE;
        }), "tenon-search");
        thread.setDaemon(true);
        thread.start();
    }

    public IndexFiles files() {
        return files;
    }

    /** Whether the type's records are in the index. */
    public boolean answers(String type) {
        return shown.answered().contains(type);
    }

    /** The change up to which searches see everything. */
    public long position() {
        return shown.position();
    }

    /** Types present that are not answered yet, by name. */
    public List<String> building() {
        return directory.types().stream().map(TypeInfo::name).filter(type -> !answers(type)).toList();
    }

    /** Of their records, how many in a hundred are taken in. */
    public int percent() {
        return building.percent(building());
    }

    private void work() {
        long pause = 0;
        while (!closed) {
            try {
                boolean busy = round();
                pause = 0;
                if (!busy) {
                    await(TICK_MILLIS);
                    gather();
                }
            } catch (IOException | UncheckedIOException | AlreadyClosedException e) {
                LOG.warn("The search index is damaged and is made anew", e);
                damaged = true;
                shown = Shown.NOTHING;
                pause = longer(pause);
                await(pause);
            } catch (RuntimeException e) {
                pause = longer(pause);
                if (!closed) {
                    LOG.warn("The search index could not go on; trying again in {} s", pause / 1000, e);
                    await(pause);
                }
            }
        }
    }

    private static long longer(long pause) {
        return pause == 0 ? TICK_MILLIS : Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
    }

    /** @return false if there is nothing to do for now */
    private boolean round() throws IOException {
        if (!opened || damaged) {
            begin();
        }
        if (revision != directory.revision()) {
            takeStock();
        }
        boolean busy = follow() || scan();
        unshown |= busy;
        uncommitted |= busy;
        if (unshown && (!busy || millisSince(shownAt) >= SHOW_MILLIS)) {
            show();
        }
        if (uncommitted && millisSince(committedAt) >= COMMIT_MILLIS) {
            commit();
        }
        return busy;
    }

    private void show() throws IOException {
        files.show();
        shown = new Shown(progress.position(), progress.answered());
        shownAt = System.nanoTime();
        unshown = false;
    }

    private static long millisSince(long nanoTime) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - nanoTime);
    }

    private void begin() throws IOException {
        Map<String, String> committed = damaged ? files.recreate() : files.open();
        if (!progress.load(committed) || strange()) {
            files.recreate();
            startOver();
        }
        opened = true;
        damaged = false;
        revision = -1;
        show();
        committedAt = System.nanoTime();
        LOG.info("The search index holds {} records and goes on after change {}", files.size(), progress.position());
    }

    private void startOver() {
        long latest = feed.latest();
        progress.clear(latest, latest == 0 ? "" : mark(feed.after(latest - 1, 1)));
        revision = -1;
    }

    /** True if the change log is not the one the index followed: another database, or one put back from a backup. */
    private boolean strange() {
        long position = progress.position();
        if (position > feed.latest()) {
            return true;
        }
        List<Change> last = position == 0 ? List.of() : feed.after(position - 1, 1);
        return !last.isEmpty() && !mark(last).equals(progress.mark());
    }

    private static String mark(List<Change> changes) {
        if (changes.isEmpty()) {
            return "";
        }
        Change last = changes.get(changes.size() - 1);
        return last.type() + "/" + last.target() + "/" + last.version() + "/" + last.at();
    }

    /** Looks for types that are new here, or whose documents would come out differently now. */
    private void takeStock() {
        revision = directory.revision();
        for (TypeInfo type : directory.types()) {
            String shape = Shape.of(type, source.fields(type));
            Progress.TypeProgress known = progress.type(type.name());
            if (known == null || !known.shape().equals(shape)) {
                progress.again(type.name(), shape);
                uncommitted = true;
            }
            if (!progress.answered().contains(type.name())) {
                building.starts(type.name(), () -> source.count(type.name()));
            }
        }
    }

    private boolean follow() throws IOException {
        long position = progress.position();
        // Before the changes are read: a change numbered between the two is no gap.
        long latest = feed.latest();
        List<Change> changes = feed.after(position, BATCH);
        boolean gap = changes.isEmpty() ? latest > position : changes.get(0).seq() != position + 1;
        if (gap) {
            LOG.warn("The change log begins after change {}, where the search index ends; it is made anew", position);
            shown = Shown.NOTHING;
            files.recreate();
            startOver();
            return true;
        }
        if (changes.isEmpty()) {
            return false;
        }
        Map<String, Set<Long>> touched = new LinkedHashMap<>();
        changes.forEach(change -> touched.computeIfAbsent(change.type(), type -> new HashSet<>()).add(change.target()));
        for (Map.Entry<String, Set<Long>> each : touched.entrySet()) {
            takeIn(each.getKey(), each.getValue());
        }
        for (TypeInfo type : directory.types()) {
            if (type.follows() != null) {
                takeInFollowing(type.name(), changes);
            }
        }
        for (Change change : changes) {
            purge(change);
        }
        progress.at(changes.get(changes.size() - 1).seq(), mark(changes));
        return true;
    }

    /** The log says that all of an area's data was purged. */
    private void purge(Change change) throws IOException {
        Matcher area = ERASED.matcher(change.fields());
        if (change.type().equals(LOG_ITSELF) && change.action().equals("erase") && area.find()) {
            files.purge(area.group(1) + ".");
        }
    }

    private void takeInFollowing(String type, List<Change> changes) throws IOException {
        for (Change change : changes) {
            List<Long> ids = source.following(type, change, 0, BATCH);
            while (!ids.isEmpty()) {
                takeIn(type, ids);
                ids = ids.size() < BATCH ? List.of() : source.following(type, change, ids.get(ids.size() - 1), BATCH);
            }
        }
    }

    /** Of a type whose area is away nothing can be read: its records are all taken in again once it is back. */
    private void takeIn(String type, Collection<Long> ids) throws IOException {
        List<SearchSource.Document> records;
        try {
            records = source.read(type, ids);
        } catch (TenonException e) {
            if (e.kind() == Kind.NOT_FOUND || directory.type(type).isEmpty()) {
                progress.again(type, "");
                return;
            }
            throw e;
        }
        put(type, records);
        Set<Long> gone = new HashSet<>(ids);
        records.forEach(record -> gone.remove(record.id()));
        files.remove(gone.stream().map(id -> Documents.key(type, id)).toList());
    }

    private void put(String name, List<SearchSource.Document> records) throws IOException {
        TypeInfo type = directory.type(name).orElseThrow(() -> TenonException.notFound("the area of " + name + " has just left"));
        List<FieldInfo> fields = source.fields(type);
        List<Term> keys = new ArrayList<>(records.size());
        List<Document> documents = new ArrayList<>(records.size());
        for (SearchSource.Document record : records) {
            keys.add(Documents.key(name, record.id()));
            documents.add(Documents.of(type, fields, record));
        }
        files.put(keys, documents);
    }

    /** A batch of records of a type that is not all taken in. */
    private boolean scan() throws IOException {
        for (TypeInfo type : directory.types()) {
            Progress.TypeProgress known = progress.type(type.name());
            if (known == null || known.done()) {
                continue;
            }
            List<Long> ids = source.ids(type.name(), known.after(), BATCH);
            put(type.name(), source.read(type.name(), ids));
            building.took(type.name(), ids.size());
            boolean done = ids.size() < BATCH;
            long after = ids.isEmpty() ? known.after() : ids.get(ids.size() - 1);
            progress.put(type.name(), new Progress.TypeProgress(known.shape(), after, done, done || known.answered()));
            return true;
        }
        return false;
    }

    private void commit() throws IOException {
        files.commit(progress.store());
        uncommitted = false;
        committedAt = System.nanoTime();
    }

    private void signal() {
        lock.lock();
        try {
            signalled = true;
            wake.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void await(long millis) {
        lock.lock();
        try {
            if (!signalled && !closed) {
                wake.await(millis, TimeUnit.MILLISECONDS);
            }
            signalled = false;
        } catch (InterruptedException e) {
            closed = true;
        } finally {
            lock.unlock();
        }
    }

    /** Lets changes come together that follow soon on what was shown last; the first after a quiet time is taken in at once. */
    private void gather() {
        long deadline = shownAt + TimeUnit.MILLISECONDS.toNanos(SHOW_MILLIS);
        lock.lock();
        try {
            for (long left = deadline - System.nanoTime(); left > 0 && !closed; left = deadline - System.nanoTime()) {
                wake.awaitNanos(left);
            }
            signalled = false;
        } catch (InterruptedException e) {
            closed = true;
        } finally {
            lock.unlock();
        }
    }

    /** Ends after the present batch, with everything committed. */
    @Override
    public void close() {
        if (stop()) {
            try {
                if (opened && uncommitted) {
                    commit();
                }
            } catch (IOException | RuntimeException e) {
                LOG.warn("The search index was not committed; the changes since come again", e);
            }
        }
        files.close();
    }

    /** Ends as a crash would: what was not committed is lost. */
    public void crash() {
        stop();
        files.close();
    }

    private boolean stop() {
        closed = true;
        signals.forEach(Indexer::end);
        signal();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(20));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return !thread.isAlive();
    }

    private static void end(AutoCloseable signal) {
        try {
            signal.close();
        } catch (Exception e) {
            LOG.debug("A signal did not end", e);
        }
    }
}

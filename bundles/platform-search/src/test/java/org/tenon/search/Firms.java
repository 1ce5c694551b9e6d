package org.tenon.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.tenon.persistence.DatabaseConfig;
import org.tenon.persistence.PersistenceUnit;
import org.tenon.persistence.migrate.Script;
import org.tenon.records.standalone.StandaloneRecords;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.identity.Grants;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.record.RecordStore;
import org.tenon.sdk.record.RecordView;
import org.tenon.sdk.search.SearchEngine;
import org.tenon.sdk.search.SearchQuery;
import org.tenon.search.sample.Firm;
import org.tenon.search.sample.Town;
import org.tenon.testkit.DatabaseKind;
import org.tenon.testkit.TestDatabase;

/** Records of a sample area on a fresh database, and an index over them. */
public final class Firms implements AutoCloseable {

    public static final String FIRM = "sample.firm";
    public static final Caller BOSS = new Caller(11, "张伟", Locale.ENGLISH, false, null);

    public final StandaloneRecords engine;
    public final PersistenceUnit unit;
    private final Path folder;
    private LuceneSearch search;

    public Firms(TestDatabase database, Path folder) {
        database.execute(database.kind() == DatabaseKind.DERBY ? "values 1" : "select 1"); // Derby boots slowly on a busy machine
        this.folder = folder;
        engine = StandaloneRecords.open(DatabaseConfig.of(database.url(), database.user(), database.password()));
        try {
            Script script = Script.read("V1__sample.sql", Firm.class.getResourceAsStream("/sample/V1__sample.sql"));
            unit = engine.persistence().unit("sample", Firm.class.getClassLoader(), List.of(script), List.of(Firm.class, Town.class));
            engine.area(unit);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        engine.grant(BOSS.memberId(), new Grants(true, List.of(), List.of(), Set.of(), Set.of(), Set.of()), 5L);
        search = open();
    }

    private LuceneSearch open() {
        return new LuceneSearch(folder, engine.changes(), engine.documents(), engine.types());
    }

    public LuceneSearch search() {
        return search;
    }

    /** Ends the index and starts it again. @param crash without committing what it knows */
    public void restart(boolean crash, Runnable between) {
        if (crash) {
            search.crash();
        } else {
            search.close();
        }
        between.run();
        search = open();
    }

    /** Empties the area's history, as the end of its data does. */
    public void purge() {
        as(BOSS, () -> engine.erasure().erase("sample"));
    }

    public RecordStore<Firm> firms() {
        return engine.records().of(Firm.class);
    }

    public long store(Map<String, Object> values) {
        return BOSS.run(() -> firms().create(values)).id().value();
    }

    public long store(String name) {
        return store(Map.of("name", name));
    }

    public RecordView change(long id, Map<String, Object> patch) {
        return BOSS.run(() -> firms().update(new RecordId(id), firms().get(new RecordId(id)).version(), patch));
    }

    public static <T> T as(Caller caller, Supplier<T> work) {
        return caller.run(work);
    }

    /** What the caller finds by words, best first. */
    public List<Long> words(Caller caller, String text) {
        return caller.run(() -> search.find(SearchQuery.words(FIRM, text, SearchEngine.MOST)).ids());
    }

    /** What the caller finds where the field holds the text, newest first. */
    public List<Long> holding(Caller caller, String field, String text) {
        return caller.run(() -> search.find(SearchQuery.contains(FIRM, field, text)).ids());
    }

    /** Waits until the index answers and knows all that was stored. */
    public void settle() {
        long all = written();
        until(() -> search.state().building().isEmpty() && search.state().position() >= all);
    }

    private long written() {
        return engine.db().glance(connection -> {
            try (var statement = connection.createStatement(); var rows = statement.executeQuery("SELECT COUNT(*) FROM records_change")) {
                rows.next();
                return rows.getLong(1);
            }
        });
    }

    /** Returns once the condition holds. @throws AssertionError after a minute */
    public static void until(BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("it did not happen within a minute");
            }
            LockSupport.parkNanos(5_000_000);
        }
    }

    @Override
    public void close() {
        search.close();
        engine.close();
    }
}

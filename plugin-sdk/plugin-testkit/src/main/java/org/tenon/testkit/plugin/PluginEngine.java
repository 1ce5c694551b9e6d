package org.tenon.testkit.plugin;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.tenon.persistence.DatabaseConfig;
import org.tenon.records.standalone.StandaloneRecords;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.identity.Directory;
import org.tenon.sdk.identity.Grants;
import org.tenon.sdk.identity.Grants.RecordGrant;
import org.tenon.sdk.identity.Scope;
import org.tenon.sdk.job.Job;
import org.tenon.sdk.job.JobHandler;
import org.tenon.sdk.job.JobRun;
import org.tenon.sdk.job.TimerTask;
import org.tenon.sdk.record.ChangeFeed;
import org.tenon.sdk.record.DictionaryContribution;
import org.tenon.sdk.record.RecordDirectory;
import org.tenon.sdk.record.RecordRules;
import org.tenon.sdk.record.Records;
import org.tenon.sdk.text.Labels;
import org.tenon.sdk.tx.Tx;
import org.tenon.testkit.DatabaseKind;
import org.tenon.testkit.MemoryFiles;
import org.tenon.testkit.TestDatabase;
import org.tenon.testkit.job.StandaloneJobs;

/**
 * The platform's record engine around a plugin, without a container: migrations, types, rules, policy, history and jobs are those that run in
 * Tenon; the database is Derby in memory, or one given. What components of the plugin ask for is had from here, and they are made with {@code new}.
 *
 * <pre>{@code
 * @RegisterExtension
 * final PluginEngine engine = PluginEngine.inMemory("notes", Note.class).rules(new NoteRules());
 *
 * @Test
 * void aBlankNoteIsRefused() {
 *     Caller author = engine.member("张伟", "notes.note:read", "notes.note:create");
 *     assertThatThrownBy(() -> author.run(() -> engine.records().of(Note.class).create(Map.of("title", " "))))…
 * }
 * }</pre>
 *
 * As an extension it closes itself: after each test in a field of the instance, after all in a static one. For one thread.
 */
public final class PluginEngine implements BeforeAllCallback, AfterEachCallback, AfterAllCallback, AutoCloseable {

    /** Noon of Monday, 23 November 2026 in Shanghai. */
    public static final Instant START = Instant.parse("2026-11-23T04:00:00Z");

    private final StandaloneRecords engine;
    private final @Nullable TestDatabase own;
    private final FakeClock clock = new FakeClock(START, ZoneId.of("Asia/Shanghai"));
    private final MemoryFiles files = new MemoryFiles(clock);
    private final StandaloneJobs jobs;
    private final AtomicLong members = new AtomicLong(1_000);
    private boolean shared;

    private PluginEngine(TestDatabase database, @Nullable TestDatabase own) {
        this.own = own;
        this.engine = StandaloneRecords.open(DatabaseConfig.of(database.url(), database.user(), database.password()));
        this.jobs = new StandaloneJobs(engine.tx());
    }

    /**
     * A plugin on a fresh Derby database in memory.
     *
     * @param area     its area: prefix of texts and tables
     * @param entities its record types and other entities, enhanced, at least one; migrations and texts lie beside the first
     */
    public static PluginEngine inMemory(String area, Class<?>... entities) {
        TestDatabase database = TestDatabase.create(DatabaseKind.DERBY);
        return new PluginEngine(database, database).area(area, entities);
    }

    /** A plugin on a database of {@code @BothDatabases}, which the test's invocation drops. */
    public static PluginEngine on(TestDatabase database, String area, Class<?>... entities) {
        return new PluginEngine(database, null).area(area, entities);
    }

    /** Brings a further area: another plugin, or a stand-in for one that is not there. */
    public PluginEngine area(String area, Class<?>... entities) {
        engine.area(area, entities[0], entities);
        return this;
    }

    public PluginEngine rules(RecordRules<?> rules) {
        engine.rules(rules);
        return this;
    }

    public PluginEngine dictionaries(DictionaryContribution dictionaries) {
        engine.dictionaries(dictionaries);
        return this;
    }

    public PluginEngine handler(JobHandler handler) {
        jobs.handler(handler);
        return this;
    }

    /**
     * A member whose roles allow this.
     *
     * @param permissions functions, and {@code <type>:<action>} for all records of the type
     */
    public Caller member(String name, String... permissions) {
        Set<String> functions = new TreeSet<>();
        List<RecordGrant> records = Arrays.stream(permissions).filter(permission -> {
            boolean ofRecords = permission.indexOf('.') > 0;
            if (!ofRecords) {
                functions.add(permission);
            }
            return ofRecords;
        }).map(permission -> permission.split(":", 2)).map(parts -> new RecordGrant("test", parts[0], parts[1], Scope.ALL, Set.of())).toList();
        return caller(name, new Grants(false, records, List.of(), functions, Set.of(), Set.of()));
    }

    /** A member who may do everything. */
    public Caller administrator(String name) {
        return caller(name, new Grants(true, List.of(), List.of(), Set.of(), Set.of(), Set.of()));
    }

    /** A member with these grants: scopes, limits on fields. */
    public Caller caller(String name, Grants grants) {
        long id = members.incrementAndGet();
        engine.grant(id, grants, null);
        return new Caller(id, name, Locale.SIMPLIFIED_CHINESE, false, null);
    }

    /** Does it as the system, which no policy limits. */
    public <T> T system(Supplier<T> work) {
        return Caller.system("test").run(work);
    }

    /** One run of a timer at the clock's present time, as a job of the system. @return how it ended */
    public Job run(TimerTask timer) {
        LocalDateTime due = clock.utc();
        jobs.handler(new JobHandler() {
            @Override
            public String kind() {
                return timer.name();
            }

            @Override
            public Map<String, Object> run(JobRun run) {
                return timer.run(due, run);
            }
        });
        return Caller.system(timer.name()).run(() -> jobs.run(timer.name(), "", Map.of()));
    }

    public Records records() {
        return engine.records();
    }

    public RecordDirectory types() {
        return engine.types();
    }

    public ChangeFeed changes() {
        return engine.changes();
    }

    public Tx tx() {
        return engine.tx();
    }

    /** Jobs wait in it until {@link StandaloneJobs#runAll}. */
    public StandaloneJobs jobs() {
        return jobs;
    }

    public MemoryFiles files() {
        return files;
    }

    public Labels labels() {
        return engine.labels();
    }

    public Directory directory() {
        return engine.directory();
    }

    /** Stands at {@link #START}. Instants the platform itself writes, such as {@code createdAt}, are those of the real clock. */
    public FakeClock clock() {
        return clock;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        shared = true;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (!shared) {
            close();
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        close();
    }

    @Override
    public void close() {
        engine.close();
        if (own != null) {
            own.close();
        }
    }
}

package org.tenon.jobs.work;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tenon.jobs.queue.JobTable;
import org.tenon.persistence.DatabaseConfig;
import org.tenon.persistence.standalone.StandalonePersistence;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.job.Job;
import org.tenon.sdk.job.JobHandler;
import org.tenon.sdk.job.JobRun;
import org.tenon.sdk.job.JobRun.Progress;
import org.tenon.sdk.record.RecordId;
import org.tenon.testkit.DatabaseKind;
import org.tenon.testkit.TestDatabase;

/** Nodes over one database, and work that shows what was done how often. */
public final class Nodes implements AutoCloseable {

    static final Duration LEASE = Duration.ofSeconds(30);

    private final TestDatabase database;
    private final StandalonePersistence persistence;
    private final List<QueuedJobs> nodes = new ArrayList<>();

    public Nodes(TestDatabase database) {
        this.database = database;
        database.execute(database.kind() == DatabaseKind.DERBY ? "values 1" : "select 1");
        persistence = StandalonePersistence.open(DatabaseConfig.of(database.url(), database.user(), database.password()));
        persistence.unit("jobs", JobTable.class);
        database.execute("create table work_done (n integer not null, who varchar(200) not null)");
    }

    public QueuedJobs node(Clock clock, int workers) {
        QueuedJobs node = new QueuedJobs(persistence.db(), persistence.tx(), new Company(), (area, key, locale, args) -> Optional.empty(), clock,
                new Workers.Settings(workers, LEASE, Duration.ofDays(30)));
        nodes.add(node);
        return node;
    }

    public StandalonePersistence persistence() {
        return persistence;
    }

    public TestDatabase database() {
        return database;
    }

    /** Writes one row a step, from 1 to the parameter {@code to}. @param within is run in each step, after the row is written */
    JobHandler counting(java.util.function.IntConsumer within) {
        return handler("test.count", run -> {
            int to = (Integer) run.job().parameters().get("to");
            while ((Integer) run.state().getOrDefault("n", 0) < to) {
                run.step(() -> {
                    int n = (Integer) run.state().getOrDefault("n", 0) + 1;
                    write(n);
                    within.accept(n);
                    return new Progress(n, (long) to, Map.of("n", n));
                });
            }
            return Map.of("counted", to);
        });
    }

    static JobHandler handler(String kind, java.util.function.Function<JobRun, Map<String, Object>> work) {
        return new JobHandler() {
            @Override
            public String kind() {
                return kind;
            }

            @Override
            public Map<String, Object> run(JobRun run) {
                return work.apply(run);
            }
        };
    }

    private void write(int n) {
        persistence.db().write(connection -> {
            try (PreparedStatement insert = connection.prepareStatement("insert into work_done (n, who) values (?, ?)")) {
                insert.setInt(1, n);
                insert.setString(2, Caller.current().name());
                return insert.executeUpdate();
            }
        });
    }

    /** What was written, in order. */
    List<Integer> done() {
        try (var connection = database.connect(); var statement = connection.createStatement();
             var rows = statement.executeQuery("select n from work_done order by n")) {
            List<Integer> done = new ArrayList<>();
            while (rows.next()) {
                done.add(rows.getInt(1));
            }
            return done;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static Job ended(QueuedJobs node, Job job) {
        Waiting.until(() -> state(node, job.id()).ended());
        return look(node, job.id());
    }

    static Job.State state(QueuedJobs node, RecordId id) {
        return look(node, id).state();
    }

    public static Job look(QueuedJobs node, RecordId id) {
        return Caller.system("test").run(() -> node.find(id)).orElseThrow();
    }

    @Override
    public void close() {
        nodes.forEach(QueuedJobs::close);
        persistence.close();
    }
}

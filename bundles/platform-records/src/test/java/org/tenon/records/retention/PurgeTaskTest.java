package org.tenon.records.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tenon.records.write.Forest.asKeeper;
import static org.tenon.records.write.Forest.tree;

import java.sql.PreparedStatement;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.tenon.records.log.Waiting;
import org.tenon.records.write.Forest;
import org.tenon.sdk.job.Job;
import org.tenon.sdk.job.JobHandler;
import org.tenon.sdk.job.JobRun;
import org.tenon.testkit.BothDatabases;
import org.tenon.testkit.TestDatabase;
import org.tenon.testkit.job.StandaloneJobs;

/** The task's nights: what one marks, the next removes. */
class PurgeTaskTest {

    /** Of five years ago, in more than two transactions. */
    private static final int CHANGES = 1_200;
    private static final LocalDateTime NOW = LocalDateTime.now(ZoneOffset.UTC);

    private final TestDatabase database;
    private final List<String> told = new ArrayList<>();
    private Forest forest;
    private StandaloneJobs jobs;

    PurgeTaskTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void fill() {
        forest = new Forest(database);
        forest.engine().db().write(connection -> {
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO records_change (id, record_type, record_id, action, version, member_id, member_name, changed_at, fields)"
                + " VALUES (?, 'sample.tree', 5, 'update', 1, 1, 'someone', ?, '[]')")) {
                for (int id = 1; id <= CHANGES; id++) {
                    insert.setLong(1, id);
                    insert.setTimestamp(2, Timestamp.valueOf(NOW.minusYears(5)));
                    insert.addBatch();
                }
                return insert.executeBatch();
            }
        });
        forest.close();
    }

    @AfterEach
    void close() {
        forest.close();
    }

    @BothDatabases
    void nothingGoesUntilSomebodySaysForHowLongChangesAreKept() {
        open(0);
        assertThat(run()).containsEntry("removed", 0).containsEntry("marked", false);
        assertThat(run()).containsEntry("removed", 0).containsEntry("marked", false);
        assertThat(forest.count("records_change")).isEqualTo(CHANGES + 1);
        assertThat(told).isEmpty();
    }

    @BothDatabases
    void whatIsYoungerThanThatStays() {
        open(6);
        assertThat(run()).containsEntry("removed", 0).containsEntry("marked", false);
    }

    @BothDatabases
    void whatOneNightMarksTheNextRemovesAndTellsOf() {
        open(2);
        assertThat(run()).containsEntry("removed", 0).containsEntry("marked", true);
        numbered(CHANGES + 2);
        assertThat(run()).containsEntry("removed", CHANGES).containsEntry("marked", false);
        assertThat(forest.count("records_change")).as("what is young, and the mark").isEqualTo(2);
        assertThat(told).containsExactly("records.purge: " + CHANGES + " changes");
        assertThat(forest.engine().audit().verify()).isEmpty();
        assertThat(run()).containsEntry("removed", 0);
        assertThat(told).hasSize(1);
    }

    @BothDatabases
    void aNightCutShortIsGoneOnWith() {
        open(2);
        run();
        numbered(CHANGES + 2);
        jobs.interruptAfter(1);
        submit();
        jobs.runAll();
        assertThat(forest.count("records_change")).as("a transaction's worth is gone").isEqualTo(CHANGES + 2 - 500);
        assertThat(forest.engine().audit().verify()).isEmpty();
        assertThat(jobs.runAll()).last().satisfies(job -> assertThat(job.result()).containsEntry("removed", CHANGES - 500));
        assertThat(forest.count("records_change")).isEqualTo(2);
    }

    /** The sequencer numbers at its start what it finds. @param years for how many changes are kept, 0 if nobody said so */
    private void open(int years) {
        if (years > 0) {
            database.execute("INSERT INTO records_parameter (name, setting, version) VALUES ('records.keepChangesYears', '" + years + "', 1)");
        }
        forest = new Forest(database);
        forest.engine().parameters().add(new RetentionParameters());
        PurgeTask task = new PurgeTask(forest.engine().retention(), forest.engine().parameters(), (kind, detail) -> told.add(kind + ": " + detail));
        jobs = new StandaloneJobs(forest.engine().tx()).handler(new JobHandler() {

            @Override
            public String kind() {
                return task.name();
            }

            @Override
            public Map<String, Object> run(JobRun run) {
                return task.run(NOW, run);
            }
        });
        numbered(CHANGES);
        asKeeper(() -> forest.trees().create(tree("oak")));
        numbered(CHANGES + 1);
    }

    private Map<String, Object> run() {
        submit();
        Job ran = jobs.runAll().get(0);
        assertThat(ran.state()).isEqualTo(Job.State.SUCCEEDED);
        return ran.result();
    }

    private void submit() {
        asKeeper(() -> jobs.submit(PurgeTask.NAME, "night", Map.of()));
    }

    private void numbered(long head) {
        Waiting.until(() -> forest.engine().changes().latest() == head);
    }
}

package org.tenon.testkit.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.job.Job;
import org.tenon.sdk.job.JobHandler;
import org.tenon.sdk.job.JobRun;
import org.tenon.sdk.job.Jobs;
import org.tenon.sdk.job.TimerTask;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.tx.Tx;

/**
 * Jobs held in memory and run by the test's own thread, when it says so; handlers meet what the real queue gives them: the submitter as
 * caller, no transaction but in steps, parameters, state and result passed through JSON. For one thread.
 *
 * <pre>{@code
 * StandaloneJobs jobs = new StandaloneJobs(engine.tx()).handler(new BulkJob(…));
 * Job made = jobs.submit("records.bulk", "客户", Map.of(…));
 * jobs.interruptAfter(1);                       // the node "dies" after the first step
 * jobs.runAll();
 * assertThat(jobs.runAll().get(0).state()).isEqualTo(SUCCEEDED);
 * }</pre>
 */
public final class StandaloneJobs implements Jobs {

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    private static final int MOST_CHARS = 20_000;

    private final Tx tx;
    private final Map<String, JobHandler> handlers = new HashMap<>();
    private final Map<RecordId, HeldJob> jobs = new LinkedHashMap<>();
    private int stepsBeforeDeath = -1;

    public StandaloneJobs(Tx tx) {
        this.tx = tx;
    }

    public StandaloneJobs handler(JobHandler arrived) {
        handlers.put(arrived.kind(), arrived);
        return this;
    }

    /** The next job's run ends like that of a node that dies once so many further steps have committed, 0 or more; the job goes on with the run after. */
    public StandaloneJobs interruptAfter(int steps) {
        stepsBeforeDeath = steps;
        return this;
    }

    @Override
    public Job submit(String kind, String subject, Map<String, ?> parameters) {
        if (!handlers.containsKey(kind)) {
            throw TenonException.notFound("no job is called " + kind);
        }
        HeldJob job = new HeldJob(Caller.current(), kind, subject, copy(parameters));
        tx.afterCommit(() -> jobs.put(job.id(), job));
        return job.present();
    }

    @Override
    public Optional<Job> find(RecordId id) {
        return Optional.ofNullable(jobs.get(id)).map(HeldJob::present);
    }

    @Override
    public void cancel(RecordId id) {
        HeldJob job = jobs.get(id);
        if (job == null) {
            throw TenonException.notFound("no job has the id " + id);
        }
        job.cancel();
    }

    /** Runs every job that has not ended, in the order of submission, and answers how each of them stands then. */
    public List<Job> runAll() {
        List<Job> ran = new ArrayList<>();
        for (HeldJob job : List.copyOf(jobs.values())) {
            if (!job.present().state().ended()) {
                int steps = stepsBeforeDeath;
                stepsBeforeDeath = -1;
                job.run(tx, handlers.get(job.present().kind()), steps);
                ran.add(job.present());
            }
        }
        return ran;
    }

    /** Submits as {@link Jobs#submit} does, runs everything and answers how this one ended. */
    public Job run(String kind, String subject, Map<String, ?> parameters) {
        Job job = submit(kind, subject, parameters);
        runAll();
        return find(job.id()).orElseThrow();
    }

    /** Runs a timer's task once, as the system and for this time (UTC), and answers how that ended. */
    public Job run(TimerTask task, LocalDateTime due) {
        HeldJob job = new HeldJob(Caller.system("timer"), task.name(), "", Map.of());
        job.run(tx, new JobHandler() {
            @Override
            public String kind() {
                return task.name();
            }

            @Override
            public Map<String, Object> run(JobRun run) {
                return task.run(due, run);
            }
        }, -1);
        return job.present();
    }

    /** What comes out of the database is not what went in: numbers lose their width, sets their kind. */
    static Map<String, Object> copy(Map<String, ?> value) {
        try {
            String json = JSON.writeValueAsString(value);
            if (json.length() > MOST_CHARS) {
                throw new IllegalArgumentException("%d characters of JSON; at most %d are kept".formatted(json.length(), MOST_CHARS));
            }
            return JSON.readValue(json, new TypeReference<>() { });
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON-ready: " + value, e);
        }
    }
}

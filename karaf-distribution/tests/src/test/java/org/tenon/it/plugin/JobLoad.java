package org.tenon.it.plugin;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.tenon.testkit.process.Api;

/** Submits one job after the other, each when the one before has ended, and notes what came of them. */
public final class JobLoad implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(20);
    private static final List<String> UNDER_WAY = List.of("waiting", "running");

    private final Map<String, Integer> outcomes = new ConcurrentHashMap<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final Api api;
    private final Supplier<Api.Answer> submit;
    private final String pointer;
    private final Thread thread = new Thread(this::work, "job-load");
    private volatile boolean over;

    /**
     * Begins at once.
     *
     * @param submit  answers 200 or 202 with {@code {"job":{"id":…}}}
     * @param pointer to what is noted of a job's result, such as {@code /changed}
     */
    public JobLoad(Api api, Supplier<Api.Answer> submit, String pointer) {
        this.api = api;
        this.submit = submit;
        this.pointer = pointer;
        thread.start();
    }

    private void work() {
        try {
            while (!over) {
                note(ended(submit.get().expect(200, 202).json().at("/job/id").asText()));
            }
        } catch (RuntimeException | AssertionError refused) {
            failures.add(String.valueOf(refused.getMessage()));
        }
    }

    private JsonNode ended(String id) {
        JsonNode job = api.get("/api/jobs/" + id).expect(200).json();
        while (UNDER_WAY.contains(job.get("state").asText())) {
            LockSupport.parkNanos(POLL.toNanos());
            job = api.get("/api/jobs/" + id).expect(200).json();
        }
        return job;
    }

    private void note(JsonNode job) {
        if (job.get("state").asText().equals("succeeded")) {
            outcomes.merge(job.get("result").at(pointer).asText(), 1, Integer::sum);
        } else {
            failures.add(job.toString());
        }
    }

    /** How many jobs had which result. */
    public Map<String, Integer> outcomes() {
        return Map.copyOf(outcomes);
    }

    /** Refusals end the work. */
    public List<String> failures() {
        return List.copyOf(failures);
    }

    /** Ends after the present job. */
    @Override
    public void close() throws InterruptedException {
        over = true;
        thread.join(Duration.ofSeconds(60).toMillis());
        if (thread.isAlive()) {
            throw new AssertionError("a job does not end");
        }
    }
}

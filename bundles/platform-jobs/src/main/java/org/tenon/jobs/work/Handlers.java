package org.tenon.jobs.work;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.tenon.sdk.job.JobHandler;

/** The handlers that are there at this moment. Safe for all threads. */
final class Handlers {

    private final Map<String, JobHandler> byKind = new ConcurrentHashMap<>();

    /** The newcomer stands for its kind from now on. */
    void add(JobHandler handler) {
        byKind.put(handler.kind(), handler);
    }

    void remove(JobHandler handler) {
        byKind.values().removeIf(present -> present == handler);
    }

    Set<String> kinds() {
        return Set.copyOf(byKind.keySet());
    }

    Optional<JobHandler> find(String kind) {
        return Optional.ofNullable(byKind.get(kind));
    }
}

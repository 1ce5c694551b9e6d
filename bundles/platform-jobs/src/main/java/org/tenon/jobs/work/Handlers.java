package org.tenon.jobs.work;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tenon.sdk.job.JobHandler;

/** The handlers that are there at this moment. Safe for all threads. */
final class Handlers {

    /** The latest first; never empty. */
    private final Map<String, List<JobHandler>> byKind = new ConcurrentHashMap<>();

    /** The newcomer stands for its kind from now on; those before it do again when it has left. */
    void add(JobHandler handler) {
        byKind.merge(handler.kind(), List.of(handler), (before, latest) -> Stream.concat(latest.stream(), before.stream()).toList());
    }

    void remove(JobHandler handler) {
        byKind.keySet().forEach(kind -> byKind.computeIfPresent(kind, (same, present) -> without(present, handler)));
    }

    private static @Nullable List<JobHandler> without(List<JobHandler> present, JobHandler gone) {
        List<JobHandler> left = present.stream().filter(handler -> handler != gone).toList();
        return left.isEmpty() ? null : left;
    }

    Set<String> kinds() {
        return Set.copyOf(byKind.keySet());
    }

    Optional<JobHandler> find(String kind) {
        return Optional.ofNullable(byKind.get(kind)).map(present -> present.get(0));
    }
}

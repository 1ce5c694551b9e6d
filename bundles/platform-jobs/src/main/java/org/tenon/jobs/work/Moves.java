package org.tenon.jobs.work;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.tenon.sdk.job.JobFeed;
import org.tenon.sdk.record.RecordId;

/** Passes on that jobs moved. Safe for all threads. */
final class Moves implements JobFeed {

    private final List<Listener> listeners = new CopyOnWriteArrayList<>();

    @Override
    public AutoCloseable onMove(Listener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    void tell(long job, long member) {
        RecordId id = new RecordId(job);
        listeners.forEach(listener -> listener.moved(id, member));
    }
}

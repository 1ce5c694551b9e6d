package org.tenon.sdk.job;

import org.osgi.annotation.versioning.ConsumerType;
import org.osgi.annotation.versioning.ProviderType;
import org.tenon.sdk.record.RecordId;

/** Tells when jobs move, for whoever shows them. It knows the jobs submitted to and working on its own node. Safe for all threads. */
@ProviderType
public interface JobFeed {

    /** Hears of jobs. */
    @ConsumerType
    @FunctionalInterface
    interface Listener {

        /**
         * A job was submitted, began, came a step further or ended; that is committed. Called on the thread that works on the job: return at once.
         *
         * @param member on whose behalf it works, 0 for the system
         */
        void moved(RecordId job, long member);
    }

    /** @return ends the calls when closed */
    AutoCloseable onMove(Listener listener);
}

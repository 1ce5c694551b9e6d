package org.tenon.sdk.rest;

import org.osgi.annotation.versioning.ProviderType;
import org.tenon.sdk.identity.Caller;

/** The door all requests come through, for the platform's part that exchanges areas. Safe for all threads. */
@ProviderType
public interface Gate {

    /** Requests wait, or news does, while this is open. */
    @ProviderType
    interface Hold extends AutoCloseable {

        /** Lets them on. */
        @Override
        void close();
    }

    /**
     * What a call was answered.
     *
     * @param status HTTP
     * @param body   at most 20,000 characters
     */
    record Answer(int status, String body) {
    }

    /**
     * From now on new requests to the area wait; those under way go on. Whoever has waited for 5 s in all is told to come again.
     *
     * @param base such as {@code /api/customers}
     */
    Hold hold(String base);

    /**
     * From now on open pages are not told that areas come and go. They are once the last is closed, so that they see a change when it is complete, and
     * nothing of one that failed.
     */
    Hold quiet();

    /**
     * Makes a GET call within the system, past any hold, and waits for the answer.
     *
     * @param path   such as {@code /api/customers/customers?limit=1}
     * @param caller on whose behalf
     */
    Answer probe(String path, Caller caller);
}

package org.tenon.sdk.record;

import java.util.List;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;
import org.tenon.sdk.identity.Caller;

/** The change log for those who follow it: search, live events, messages, another node. Safe for all threads. */
@ProviderType
public interface ChangeFeed {

    /** The highest number given, 0 when nothing was written yet. */
    long latest();

    /** Changes after a number, in order. @param limit 1–1,000 */
    List<Change> after(long seq, int limit);

    /**
     * Calls {@code reader} with every change after the stored position of {@code cursor}, in order, at most 500 a call, one call at a
     * time; the position is stored after each call that returns, so a crash repeats a call rather than lose one. A reader that throws is
     * called again with the same changes after a growing pause (1 s to 1 min). Close to stop.
     *
     * @param cursor the reader's name, kept in the database
     */
    AutoCloseable follow(String cursor, Consumer<List<Change>> reader);

    /** Runs {@code signal} whenever new numbers were given; it must return at once. Close to end. */
    AutoCloseable onNew(Runnable signal);

    /** Whether the caller may read the record as of this change. */
    boolean visible(Caller caller, Change change);
}

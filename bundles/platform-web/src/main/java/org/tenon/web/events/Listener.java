package org.tenon.web.events;

import java.util.Optional;
import java.util.function.Supplier;
import org.tenon.sdk.identity.Caller;

/** One browser that listens. Confined to the dispatcher's thread but for its line. */
final class Listener {

    private final Line line;
    private final Supplier<Optional<Caller>> signedIn;
    private Caller caller;
    private long seen;

    /**
     * @param signedIn who is behind the line now, empty when the session or token has ended
     * @param seen     the last change the browser knows of
     */
    Listener(Line line, Caller caller, Supplier<Optional<Caller>> signedIn, long seen) {
        this.line = line;
        this.caller = caller;
        this.signedIn = signedIn;
        this.seen = seen;
    }

    Line line() {
        return line;
    }

    Caller caller() {
        return caller;
    }

    long seen() {
        return seen;
    }

    void saw(long seq) {
        seen = Math.max(seen, seq);
    }

    void startAt(long seq) {
        seen = seq;
    }

    /** Asks again who is behind the line. @return false if nobody is any more */
    boolean confirm() {
        Optional<Caller> now = signedIn.get();
        now.ifPresent(someone -> caller = someone);
        return now.isPresent();
    }
}

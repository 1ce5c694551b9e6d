package org.tenon.plugins.store;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tenon.sdk.lint.text.Sentence;

/**
 * What is to be the case with one plugin, or with an area of the distribution that an administrator changed.
 *
 * @param name     of its feature
 * @param version  that is to run, or ran last
 * @param since    when this came to be
 * @param by       whose act it was
 * @param previous the version that ran before; null for none
 * @param sha256   of the archive, hexadecimal; empty for an area of the distribution
 * @param reason   why it failed, for people; null otherwise
 */
public record Entry(String name, String version, State state, Instant since, String by, @Nullable String previous, String sha256, @Nullable Sentence reason) {

    /** What an administrator wants of it, and {@link #FAILED}. */
    public enum State {
        STARTED,
        STOPPED,
        /** Did not come up at the system's last start; tried once at each. */
        FAILED,
        /** An area of the distribution that is not wanted. Others that are removed have no entry. */
        REMOVED
    }

    /** True if it came as an archive. */
    public boolean uploaded() {
        return !sha256.isEmpty();
    }

    /** Why it failed; empty otherwise. */
    public Optional<Sentence> why() {
        return Optional.ofNullable(reason);
    }

    /** The same in another state from now on. */
    public Entry in(State other, Instant now, String who, @Nullable Sentence why) {
        return new Entry(name, version, other, now, who, previous, sha256, why);
    }
}

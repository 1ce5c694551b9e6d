package org.tenon.plugins;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tenon.plugins.container.Doors;
import org.tenon.plugins.container.Features;
import org.tenon.plugins.container.Piece;
import org.tenon.plugins.container.Readiness;
import org.tenon.plugins.container.Readiness.Hope;
import org.tenon.plugins.container.Readiness.Obstacle;
import org.tenon.plugins.container.Reasons;
import org.tenon.plugins.container.SmokeCheck;
import org.tenon.sdk.lint.text.Sentence;

/** Puts one version of a plugin in the place of another, or of none, in the running container. For one thread. */
final class Exchange {

    private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);
    /** Migrations take their time. */
    private static final Duration PATIENCE = Duration.ofSeconds(25);
    /** What waits for a service that nobody is bringing will wait for ever; requests wait along with it. */
    private static final Duration FAINT = Duration.ofMillis(700);
    private static final Duration START = Duration.ofMinutes(2);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

    private final Features features;
    private final Readiness readiness;
    private final SmokeCheck smoke;
    private final Doors doors;

    Exchange(Features features, Readiness readiness, SmokeCheck smoke, Doors doors) {
        this.features = features;
        this.readiness = readiness;
        this.smoke = smoke;
        this.doors = doors;
    }

    /**
     * Brings {@code to}; if it does not come up, {@code from} is brought back, or nothing is left where there was none.
     *
     * @param from what runs now; null for nothing
     * @return why {@code to} does not serve; empty if it does
     */
    Optional<Sentence> replace(@Nullable Piece from, Piece to) {
        try (Doors.Held held = doors.hold(from == null ? List.of() : features.bundles(from))) {
            return replaceHeld(from, to);
        }
    }

    private Optional<Sentence> replaceHeld(@Nullable Piece from, Piece to) {
        Optional<Sentence> reason;
        try {
            reason = bring(to);
        } catch (RuntimeException e) {
            LOG.error("{} {} was given up", to.name(), to.version(), e);
            reason = Optional.of(Sentence.of("plugins.said.wrong"));
        }
        if (reason.isPresent()) {
            if (from == null) {
                takeAway(to);
            } else {
                bring(from).ifPresent(again -> LOG.error("{} {} does not come back: {}", from.name(), from.version(), again));
                forget(to, from);
            }
        } else if (from != null) {
            forget(from, to);
        }
        return reason;
    }

    /** Takes it out of the container, whatever state it is in. */
    void takeAway(Piece piece) {
        try (Doors.Held held = doors.hold(features.bundles(piece))) {
            features.uninstall(piece);
        } catch (Exception e) { // declared by the interface; what counts is what is left
            LOG.warn("{} {} left with a complaint", piece.name(), piece.version(), e);
        }
    }

    /** Takes them out of the container in one run. */
    void takeAway(List<Piece> pieces) {
        try (Doors.Held held = doors.hold(pieces.stream().flatMap(piece -> features.bundles(piece).stream()).toList())) {
            features.uninstall(pieces);
        } catch (Exception e) { // declared by the interface; what counts is what is left
            LOG.warn("{} left with a complaint", pieces.stream().map(Piece::name).toList(), e);
        }
    }

    private void forget(Piece gone, Piece stays) {
        if (gone.repository() != null && !gone.repository().equals(stays.repository())) {
            try {
                features.forget(gone);
            } catch (Exception e) { // the interface declares no narrower one
                LOG.warn("the features of {} {} are still known", gone.name(), gone.version(), e);
            }
        }
    }

    /** Brings those that can come in one run, which takes no longer than a run for one; whether each serves is for {@link #check} to say. */
    void bring(List<Piece> pieces) {
        try {
            features.install(pieces);
        } catch (Exception e) { // declared by the interface; each is looked at, and brought alone if it is not there
            LOG.info("not all of {} come in one run: {}", pieces.stream().map(Piece::name).toList(), Reasons.plain(e));
        }
    }

    /** Brings it, in the place of any other version, and calls it. @return why it does not serve; empty if it does */
    Optional<Sentence> bring(Piece piece) {
        Optional<Sentence> thrown = Optional.empty();
        try {
            features.install(piece);
        } catch (Exception e) { // declared by the interface; whether it matters is judged below, by the plugin's own bundles
            LOG.debug("{} {} came with a complaint", piece.name(), piece.version(), e);
            thrown = Optional.of(Reasons.plain(e));
        }
        Optional<Sentence> reason = await(piece);
        return reason.isEmpty() ? smoke.failure(features.bundles(piece)) : thrown.or(() -> reason);
    }

    /** Waits until what is there serves, and calls it. @return why it does not; empty if it does */
    Optional<Sentence> check(Piece piece) {
        Optional<Sentence> reason = await(piece);
        return reason.isEmpty() ? smoke.failure(features.bundles(piece)) : reason;
    }

    /** Waits until what is there serves. @return why it does not; empty if it does */
    Optional<Sentence> await(Piece piece) {
        return Readiness.text(waitUntilReady(piece));
    }

    /** Waits until the distribution's own bundles serve, which everything else builds on; at most two minutes. */
    void awaitDistribution() {
        long end = System.nanoTime() + START.toNanos();
        List<Obstacle> obstacles = readiness.obstacles(features.distribution());
        while (!obstacles.isEmpty() && System.nanoTime() < end) {
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
            obstacles = readiness.obstacles(features.distribution());
        }
        Readiness.text(obstacles).ifPresent(missing -> LOG.error("not everything of the distribution serves: {}", missing));
    }

    private List<Obstacle> waitUntilReady(Piece piece) {
        long start = System.nanoTime();
        long hopeless = start;
        List<Obstacle> obstacles = readiness.obstacles(features.bundles(piece));
        while (!obstacles.isEmpty() && System.nanoTime() - start < PATIENCE.toNanos()) {
            if (obstacles.stream().anyMatch(obstacle -> obstacle.hope() == Hope.NONE)) {
                return obstacles;
            }
            if (obstacles.stream().anyMatch(obstacle -> obstacle.hope() == Hope.GROWING)) {
                hopeless = System.nanoTime();
            } else if (System.nanoTime() - hopeless > FAINT.toNanos()) {
                return obstacles;
            }
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
            obstacles = readiness.obstacles(features.bundles(piece));
        }
        return obstacles;
    }
}

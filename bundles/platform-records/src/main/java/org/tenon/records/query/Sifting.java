package org.tenon.records.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One walk along an order's index, some entries at a time, each time for twice as many that a {@link Sieve} holds. For one thread. */
final class Sifting implements Predicate<Keyset.Key> {

    private static final int LEAST_AHEAD = 256;
    private static final int MOST_AHEAD = 16_384;
    private static final int MOST_HELD = 256;

    private final Sieve sieve;
    private final List<Keyset.Key> held = new ArrayList<>();
    private Keyset.@Nullable Key last;
    private int wanted;
    private int ahead;
    private int met;
    private long walked;

    /** @param want how many to look for at first */
    Sifting(Sieve sieve, int want) {
        this.sieve = sieve;
        this.wanted = want;
    }

    /** Begins anew from the last key on. @return how many entries to read at most: likely more than it takes, in few sizes as databases compile a statement for each */
    int begin() {
        wanted = last == null ? wanted : Math.min(MOST_HELD, 2 * wanted);
        double likely = Math.max(LEAST_AHEAD, Math.min(MOST_AHEAD, 1.5 * sieve.entries(wanted)));
        ahead = Integer.highestOneBit((int) likely * 2 - 1);
        held.clear();
        met = 0;
        return ahead;
    }

    @Override
    public boolean test(Keyset.Key key) {
        last = key;
        met++;
        walked++;
        if (sieve.holds(key.id())) {
            held.add(key);
        }
        return held.size() < wanted;
    }

    /** What was held since {@link #begin}. */
    List<Keyset.Key> held() {
        return List.copyOf(held);
    }

    /** True if the index has no further entry. */
    boolean atEnd() {
        return met < ahead && held.size() < wanted;
    }

    /** The entry met last; there is one unless {@link #atEnd}. */
    Keyset.Key last() {
        return Objects.requireNonNull(last);
    }

    /** How many entries were met in all. */
    long walked() {
        return walked;
    }
}

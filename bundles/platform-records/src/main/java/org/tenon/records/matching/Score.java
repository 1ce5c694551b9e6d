package org.tenon.records.matching;

import java.util.List;

/**
 * What speaks for two records being one.
 *
 * @param points  0–100; {@link #LIKELY} and more is most probably the same
 * @param reasons fields that agree, the weightiest first
 */
public record Score(int points, List<Reason> reasons) {

    /** From here on two records count as duplicates. */
    public static final int LIKELY = 60;

    /** From here on they are worth a hint to whoever is typing. */
    public static final int POSSIBLE = 45;

    /** @param same false if the values are only alike */
    public record Reason(String field, String match, boolean same, int points) {
    }

    public boolean likely() {
        return points >= LIKELY;
    }

    public boolean possible() {
        return points >= POSSIBLE;
    }
}

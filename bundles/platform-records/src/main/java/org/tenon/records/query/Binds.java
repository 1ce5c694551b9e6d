package org.tenon.records.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Lists of parameters in few lengths, so that databases meet few different statements: Derby compiles each for tens of milliseconds. */
public final class Binds {

    private static final int[] LENGTHS = {1, 4, 8, 16, 32, 64, 128, 256, 512, 1_024};

    private Binds() {
    }

    /** The values and the last one again, up to the next length. @param values not empty */
    public static <T> List<T> padded(Collection<T> values) {
        List<T> padded = new ArrayList<>(values);
        for (int length : LENGTHS) {
            if (length >= padded.size()) {
                while (padded.size() < length) {
                    padded.add(padded.get(padded.size() - 1));
                }
                return padded;
            }
        }
        return padded;
    }
}

package org.tenon.records.matching;

import java.util.List;
import org.tenon.sdk.text.Titles;
import org.tenon.sdk.record.Match;

/** Compares two records' forms of one field, and says what it counts. */
final class Comparison {

    private static final double ALIKE = 0.85;

    private Comparison() {
    }

    /** Compares forms as {@link Forms} makes them; neither list is empty for anything but UNKNOWN. Of several the best counts. */
    static Degree of(Match match, List<String> a, List<String> b) {
        if (a.isEmpty() || b.isEmpty()) {
            return Degree.UNKNOWN;
        }
        Degree best = Degree.DIFFERENT;
        for (String one : a) {
            for (String other : b) {
                Degree degree = one(match, one, other);
                best = degree.compareTo(best) < 0 ? degree : best;
            }
        }
        return best;
    }

    private static Degree one(Match match, String a, String b) {
        if (a.equals(b)) {
            return Degree.SAME;
        }
        boolean alike = switch (match) {
            case PERSON -> false;
            case COMPANY -> company(a, b);
            case PHONE -> Math.min(a.length(), b.length()) >= 7 && (a.endsWith(b) || b.endsWith(a));
            case ADDRESS -> digits(a).equals(digits(b)) && Likeness.of(a, b) >= 0.75;
            case DATE -> a.length() == b.length() && Likeness.distance(a, b) == 1;
            case CODE -> Math.min(a.length(), b.length()) >= 7 && Likeness.distance(a, b) == 1;
            case TEXT -> Math.min(a.length(), b.length()) >= 4 && Likeness.of(a, b) >= 0.75;
            case AUTO, EMAIL, ACCOUNT, REFERENCE -> false;
        };
        return match == Match.PERSON ? PersonName.compare(a, b) : alike ? Degree.ALIKE : Degree.DIFFERENT;
    }

    /** Sounding the same, or long enough to bear a slip of the pen. */
    private static boolean company(String a, String b) {
        boolean chinese = Titles.chinese(a) || Titles.chinese(b);
        return chinese && Titles.key(a).equals(Titles.key(b)) || Math.min(a.length(), b.length()) >= 5 && digits(a).equals(digits(b)) && Likeness.of(a, b) >= ALIKE;
    }

    private static String digits(String text) {
        return text.replaceAll("\\D+", " ").strip();
    }

    /**
     * Points for and against: how much more often two records of one party agree in such a field than two of different ones, on a scale on which
     * {@link Score#LIKELY} is enough. The same for every type; no data set tunes them.
     */
    static int points(Match match, Degree degree) {
        int[] points = switch (match) {
            case CODE -> new int[] {70, 35, -40};
            case COMPANY -> new int[] {50, 30, -30};
            case PERSON -> new int[] {45, 30, -20};
            case PHONE -> new int[] {35, 20, -5};
            case EMAIL, ACCOUNT -> new int[] {40, 0, -5};
            case ADDRESS -> new int[] {25, 15, -5};
            case DATE -> new int[] {25, 15, -10};
            case REFERENCE -> new int[] {25, 0, -10};
            case TEXT -> new int[] {10, 6, -4};
            case AUTO -> new int[] {0, 0, 0};
        };
        return switch (degree) {
            case SAME -> points[0];
            case ALIKE -> points[1];
            case UNKNOWN -> 0;
            case DIFFERENT -> points[2];
        };
    }
}

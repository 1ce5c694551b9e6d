package org.tenon.records.matching;

import java.text.Normalizer;
import java.util.Locale;

/** Telephone numbers, written in whatever way, in one form. */
final class Phones {

    /** Digits that tell one line from another; shorter numbers are extensions or service numbers. */
    static final int SHORTEST = 7;
    private static final String EXTENSION = "(?i)(转|轉|分机|分機|ext\\.?|extension|#|;|x).*$";
    private static final String HYPHENATED = "^(\\(?0\\d{2,3}\\)?[- ]?\\d{7,8})-\\d{1,5}$";

    private Phones() {
    }

    /**
     * The digits that reach the line from within its country: {@code +86 138 3330 8495}, {@code 0086-13833308495} and {@code 13833308495} are one,
     * {@code 021-63583907 转 802} is {@code 2163583907}. Of other countries the country's digits stay. Empty for what is no number.
     */
    static String fold(String written) {
        String text = Normalizer.normalize(written, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT).replaceFirst(EXTENSION, "").strip();
        text = text.replace("(0)", "").replaceFirst(HYPHENATED, "$1");
        boolean international = text.startsWith("+");
        String digits = text.replaceAll("\\D", "");
        if (digits.startsWith("00")) {
            international = true;
            digits = digits.substring(2);
        }
        if (digits.startsWith("86") && (international || digits.length() >= 12)) {
            digits = digits.substring(2);
        }
        digits = digits.replaceFirst("^0+", "");
        return digits.length() < SHORTEST || digits.chars().distinct().count() == 1 ? "" : digits;
    }
}

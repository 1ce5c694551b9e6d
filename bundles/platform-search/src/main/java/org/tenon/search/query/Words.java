package org.tenon.search.query;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.tenon.sdk.text.Fold;

/** The words of what somebody types into a search box. */
public final class Words {

    /** Words looked for; what comes after them is left out. */
    static final int MOST = 8;
    /** Characters read of what is typed. */
    static final int LONGEST = 200;

    private Words() {
    }

    /** Separated by blanks of any kind; those that fold to nothing are left out. */
    public static List<String> of(String text) {
        String read = Normalizer.normalize(text.length() <= LONGEST ? text : text.substring(0, LONGEST), Normalizer.Form.NFKC);
        return Stream.of(read.split("[\\s\\p{Z}]+")).filter(word -> !Fold.of(word).isEmpty()).limit(MOST).toList();
    }

    /** The word as a sound may be typed: its Latin letters and digits; empty if it has any other letter. {@code xi'an} is {@code xian}. */
    static String typed(String word) {
        String lower = Fold.of(word).toLowerCase(Locale.ROOT).replace('ü', 'v');
        StringBuilder out = new StringBuilder();
        for (char c : lower.toCharArray()) {
            if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9') {
                out.append(c);
            } else if (Character.isLetterOrDigit(c)) {
                return "";
            }
        }
        return out.toString();
    }

    /** A single Latin letter or digit is part of nearly everything: only beginnings count. */
    static boolean commonplace(String folded) {
        return folded.length() == 1 && folded.charAt(0) < 128;
    }
}

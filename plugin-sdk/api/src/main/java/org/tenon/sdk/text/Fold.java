package org.tenon.sdk.text;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Text as it is compared when people search: width and case folded, Traditional characters made Simplified, blanks left out. Two texts that
 * are the same but for those fold to the same. Safe for all threads.
 */
public final class Fold {

    private Fold() {
    }

    /** The folded text, of any length; empty for blanks alone. */
    public static String of(String text) {
        String simple = Script.SIMPLIFIED.of(Normalizer.normalize(text, Normalizer.Form.NFKC));
        String folded = Normalizer.normalize(simple.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT), Normalizer.Form.NFKC);
        StringBuilder out = new StringBuilder(folded.length());
        folded.codePoints().filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c) && c != 0).forEach(out::appendCodePoint);
        return out.toString();
    }

    /** True if the folded text holds the folded part; false for a part that folds to nothing. */
    public static boolean contains(String text, String part) {
        String wanted = of(part);
        return !wanted.isEmpty() && of(text).contains(wanted);
    }

    /** The digits of a telephone number, however it is written: {@code +86 (0)21-6358} is {@code 860216358}. */
    public static String digits(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.chars().map(c -> Character.digit(c, 10)).filter(digit -> digit >= 0).forEach(out::append);
        return out.toString();
    }

    /** True for what may be a part of a telephone number: digits, and between them nothing but {@code + - ( ) . /} and blanks. */
    public static boolean dialled(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
        return plain.chars().anyMatch(Character::isDigit)
                && plain.chars().allMatch(c -> Character.isDigit(c) || Character.isWhitespace(c) || "+-()./".indexOf(c) >= 0);
    }
}

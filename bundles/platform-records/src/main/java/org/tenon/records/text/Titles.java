package org.tenon.records.text;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/** The two forms of a title that every record table has: {@code title_key} and {@code title_fold}. Safe for all threads. */
public final class Titles {

    /** Longest key and fold, in characters: the columns' length. */
    public static final int MAX = 400;

    private Titles() {
    }

    /**
     * The title by sound, by which lists sort: pinyin for Chinese characters, Latin in lower case without accents, no blanks or punctuation;
     * a title without letters and digits stays as it is. Of 2–4 Chinese characters and nothing else the first is read as a surname.
     */
    public static String key(String title) {
        String text = Normalizer.normalize(title, Normalizer.Form.NFKC).strip();
        StringBuilder out = new StringBuilder(text.length() * 3);
        int at = 0;
        while (at < text.length()) {
            int end = at;
            while (end < text.length() && Pinyin.has(text.charAt(end))) {
                end++;
            }
            if (end > at) {
                boolean person = at == 0 && end == text.length() && end >= 2 && end <= 4;
                Pinyin.syllables(text.substring(at, end), person).forEach(out::append);
                at = end;
            } else {
                int point = text.codePointAt(at);
                if (Character.isLetterOrDigit(point)) {
                    out.append(plain(point));
                }
                at += Character.charCount(point);
            }
        }
        return cut(out.isEmpty() ? text : out.toString());
    }

    /** The title as people may type it: width and case folded, Traditional characters made Simplified, blanks left out. */
    public static String fold(String title) {
        String text = Script.SIMPLIFIED.of(Normalizer.normalize(title, Normalizer.Form.NFKC));
        String folded = Normalizer.normalize(text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT), Normalizer.Form.NFKC);
        StringBuilder out = new StringBuilder(folded.length());
        folded.codePoints().filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c) && c != 0).forEach(out::appendCodePoint);
        return cut(out.toString());
    }

    /** True if the text holds a Chinese character: then it means what is written, not how it sounds. */
    public static boolean chinese(String text) {
        return text.chars().anyMatch(c -> Pinyin.has((char) c));
    }

    /** Pinyin in the manner of names on maps: one word, its first letter a capital. */
    public static String romanised(String chinese) {
        StringBuilder out = new StringBuilder();
        List<String> syllables = Pinyin.syllables(chinese, false);
        for (String syllable : syllables) {
            out.append(out.length() > 0 && "aeo".indexOf(syllable.charAt(0)) >= 0 ? "'" : "").append(syllable.replace('v', 'ü'));
        }
        return out.length() == 0 ? "" : out.substring(0, 1).toUpperCase(Locale.ROOT) + out.substring(1);
    }

    private static String plain(int point) {
        String lower = new String(Character.toChars(point)).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        return point < 128 ? lower : Normalizer.normalize(lower, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    }

    private static String cut(String text) {
        return text.length() <= MAX ? text : text.substring(0, Character.isHighSurrogate(text.charAt(MAX - 1)) ? MAX - 1 : MAX);
    }
}

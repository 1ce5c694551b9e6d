package org.tenon.sdk.text;

import java.text.Normalizer;
import java.util.ArrayList;
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
        String sound = String.join("", sounds(title));
        return cut(sound.isEmpty() ? Normalizer.normalize(title, Normalizer.Form.NFKC).strip() : sound);
    }

    /**
     * The title by sound, piece by piece: a syllable for each Chinese character, each run of other letters and digits as one. Joined they are
     * its {@link #key}, uncut.
     */
    public static List<String> sounds(String title) {
        String text = Normalizer.normalize(title, Normalizer.Form.NFKC).strip();
        List<String> pieces = new ArrayList<>();
        StringBuilder run = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int end = at;
            while (end < text.length() && Pinyin.has(text.charAt(end))) {
                end++;
            }
            int point = text.codePointAt(at);
            if (end == at && Character.isLetterOrDigit(point)) {
                run.append(plain(point));
                at += Character.charCount(point);
                continue;
            }
            flush(run, pieces);
            if (end > at) {
                boolean person = at == 0 && end == text.length() && end >= 2 && end <= 4;
                pieces.addAll(Pinyin.syllables(text.substring(at, end), person));
                at = end;
            } else {
                at += Character.charCount(point);
            }
        }
        flush(run, pieces);
        return pieces;
    }

    private static void flush(StringBuilder run, List<String> pieces) {
        if (!run.isEmpty()) {
            pieces.add(run.toString());
            run.setLength(0);
        }
    }

    /** The title as people may type it: width and case folded, Traditional characters made Simplified, blanks left out. */
    public static String fold(String title) {
        return cut(Fold.of(title));
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

package org.tenon.sdk.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

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
        String sound = sounds(title).stream().map(Sound::text).collect(Collectors.joining());
        return cut(sound.isEmpty() ? Normalizer.normalize(title, Normalizer.Form.NFKC).strip() : sound);
    }

    /**
     * The title by sound, piece by piece: a syllable for each Chinese character, each run of other letters and digits as one. Their texts
     * joined are its {@link #key}, uncut.
     */
    public static List<Sound> sounds(String title) {
        String text = Normalizer.normalize(title, Normalizer.Form.NFKC);
        int end = text.stripTrailing().length();
        int first = end == 0 ? 0 : text.length() - text.stripLeading().length();
        List<Sound> sounds = new ArrayList<>();
        int at = first;
        while (at < end) {
            int from = at;
            while (at < end && Pinyin.has(text.charAt(at))) {
                at++;
            }
            if (at > from) {
                boolean person = from == first && at == end && at - from >= 2 && at - from <= 4;
                for (String syllable : Pinyin.syllables(text.substring(from, at), person)) {
                    sounds.add(new Sound(syllable, true, from, ++from));
                }
            } else if (Character.isLetterOrDigit(text.codePointAt(at))) {
                at = word(text, at, end, sounds);
            } else {
                at += Character.charCount(text.codePointAt(at));
            }
        }
        return sounds;
    }

    private static int word(String text, int from, int end, List<Sound> sounds) {
        StringBuilder run = new StringBuilder();
        int at = from;
        while (at < end && !Pinyin.has(text.charAt(at)) && Character.isLetterOrDigit(text.codePointAt(at))) {
            run.append(plain(text.codePointAt(at)));
            at += Character.charCount(text.codePointAt(at));
        }
        sounds.add(new Sound(run.toString(), false, from, at));
        return at;
    }

    /**
     * A piece of a title's sound.
     *
     * @param text     lower case, without accents
     * @param syllable a Chinese character's; else a word in other letters
     * @param from     where the piece begins in the title with its width folded (NFKC)
     * @param to       where it ends, exclusive
     */
    public record Sound(String text, boolean syllable, int from, int to) {

        /** What is typed for it who types initials: of a syllable the first letter, a word whole. */
        public String initial() {
            return syllable ? text.substring(0, 1) : text;
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

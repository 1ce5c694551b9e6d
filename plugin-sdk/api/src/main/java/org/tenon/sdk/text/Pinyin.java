package org.tenon.sdk.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The sound of Chinese characters: pinyin without tones, {@code v} for ü. Corrected for words, companies and surnames by {@code phrases.txt}. */
public final class Pinyin {

    private static final int LONGEST = 5;
    private static final @Nullable String[] SOUNDS = new String[65_536];
    private static final Map<String, String[]> WORDS = new HashMap<>();
    private static final Map<String, String[]> SURNAMES = new HashMap<>();

    static {
        for (String line : Resource.lines(Pinyin.class, "pinyin.txt")) {
            int blank = line.indexOf(' ');
            String sound = line.substring(0, blank);
            line.substring(blank + 1).chars().forEach(c -> SOUNDS[c] = sound);
        }
        for (String line : Resource.lines(Pinyin.class, "phrases.txt")) {
            boolean surname = line.startsWith("surname ");
            String[] parts = (surname ? line.substring(8) : line).split(" ");
            String[] sounds = java.util.Arrays.copyOfRange(parts, 1, parts.length);
            if (surname) {
                SURNAMES.put(parts[0], sounds);
            } else if (parts[0].length() == 1) {
                SOUNDS[parts[0].charAt(0)] = sounds[0];
            } else {
                WORDS.put(parts[0], sounds);
            }
        }
    }

    private Pinyin() {
    }

    /** True for a character whose sound is known. */
    public static boolean has(char c) {
        return SOUNDS[c] != null;
    }

    /** One syllable for each character of a run of Chinese ones; a run that is all of a name of 2–4 characters is read as a person's. */
    static List<String> syllables(String run, boolean person) {
        String simple = Script.SIMPLIFIED.of(run);
        List<String> sounds = new ArrayList<>(run.length());
        int at = 0;
        if (person) {
            for (int length = Math.min(2, run.length() - 1); length > 0 && at == 0; length--) {
                String[] known = SURNAMES.get(simple.substring(0, length));
                if (known != null) {
                    sounds.addAll(List.of(known));
                    at = length;
                }
            }
        }
        while (at < run.length()) {
            String[] word = word(simple, at);
            if (word != null) {
                sounds.addAll(List.of(word));
                at += word.length;
            } else {
                String sound = SOUNDS[run.charAt(at)];
                sounds.add(sound == null ? String.valueOf(run.charAt(at)) : sound);
                at++;
            }
        }
        return sounds;
    }

    private static String @Nullable [] word(String text, int at) {
        for (int length = Math.min(LONGEST, text.length() - at); length > 1; length--) {
            String[] sounds = WORDS.get(text.substring(at, at + length));
            if (sounds != null) {
                return sounds;
            }
        }
        return null;
    }
}

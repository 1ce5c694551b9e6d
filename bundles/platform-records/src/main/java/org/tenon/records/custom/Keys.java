package org.tenon.records.custom;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.tenon.sdk.text.Titles;

/** Makes names of fields and values from labels. Names of custom fields begin with {@code x} and a capital, so that no declared field ever has one. */
final class Keys {

    static final String FIELD = "x[A-Z][a-zA-Z0-9]{0,47}";
    private static final int LONGEST = 40;

    private Keys() {
    }

    /** The field's name for a word: {@code grade} becomes {@code xGrade}; what is such a name stays. */
    static String field(String word) {
        if (word.matches(FIELD)) {
            return word;
        }
        return word.isEmpty() || !Character.isLetter(word.charAt(0)) ? "xF" + word : "x" + word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    /** ASCII letters and digits for what the labels say: the English one in camel case, else the sound of the Chinese one. */
    static String word(Map<String, String> labels) {
        String english = labels.getOrDefault("en", "");
        String text = english.matches("\\p{ASCII}*") ? camel(english) : "";
        String chinese = labels.getOrDefault("zh-CN", english);
        String word = text.isEmpty() ? Titles.key(chinese).replaceAll("[^a-z0-9]", "") : text;
        return word.length() > LONGEST ? word.substring(0, LONGEST) : word;
    }

    /** The word, or the word and the smallest number from 2 on that nobody has. */
    static String free(String word, Set<String> taken) {
        String start = word.isEmpty() ? "v" : word;
        String name = start;
        for (int i = 2; taken.contains(name); i++) {
            name = start + i;
        }
        return name;
    }

    private static String camel(String text) {
        StringBuilder out = new StringBuilder();
        for (String part : text.split("[^a-zA-Z0-9]+")) {
            if (!part.isEmpty()) {
                out.append(out.isEmpty() ? part.substring(0, 1).toLowerCase(Locale.ROOT) : part.substring(0, 1).toUpperCase(Locale.ROOT)).append(part.substring(1));
            }
        }
        return out.toString();
    }
}

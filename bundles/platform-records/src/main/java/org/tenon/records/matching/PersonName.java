package org.tenon.records.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tenon.sdk.text.Titles;

/** The parts of a person's name, and how alike two names are. */
final class PersonName {

    private static final double ALIKE = 0.75;
    private static final Set<String> ADDRESS = Set.of("mr", "mrs", "ms", "miss", "dr", "prof", "herr", "frau", "mme", "sir");
    private static final List<String> CHINESE_ADDRESS = List.of("先生", "女士", "小姐", "经理", "老师", "博士");

    private PersonName() {
    }

    /** The name's words in alphabetical order, apart by a blank; a Chinese name is one word. */
    static String parts(String written) {
        List<String> words = new ArrayList<>(Words.of(written));
        if (words.size() > 1) {
            words.removeIf(ADDRESS::contains);
        }
        words.replaceAll(PersonName::bare);
        words.sort(null);
        return String.join(" ", words);
    }

    private static String bare(String word) {
        for (String address : CHINESE_ADDRESS) {
            if (word.endsWith(address) && word.length() - address.length() >= 2) {
                return word.substring(0, word.length() - address.length());
            }
        }
        return word;
    }

    /** As it sounds, in whatever order: 张伟, 章伟 and {@code Wei Zhang} are one. */
    static String sound(String parts) {
        if (!Titles.chinese(parts)) {
            return parts.replace(" ", "");
        }
        return Titles.key(parts);
    }

    static Degree compare(String a, String b) {
        if (a.equals(b)) {
            return Degree.SAME;
        }
        if (Titles.chinese(a) || Titles.chinese(b)) {
            return sounds(a).stream().anyMatch(sounds(b)::contains) ? Degree.ALIKE : Degree.DIFFERENT;
        }
        double best = words(a.split(" "), b.split(" "));
        return best >= ALIKE ? Degree.ALIKE : best >= 0.5 ? Degree.UNKNOWN : Degree.DIFFERENT;
    }

    private static List<String> sounds(String parts) {
        String[] words = parts.split(" ");
        return words.length == 2 ? List.of(sound(parts), sound(words[1] + " " + words[0])) : List.of(sound(parts));
    }

    /** The mean likeness of the words of the shorter name, each with the word of the other that suits it best. */
    private static double words(String[] a, String[] b) {
        String[] fewer = a.length <= b.length ? a : b;
        String[] more = fewer == a ? b : a;
        double sum = 0;
        for (String word : fewer) {
            double best = 0;
            for (String other : more) {
                best = Math.max(best, Likeness.of(word, other));
            }
            sum += best >= 0.6 ? best : 0;
        }
        return sum / fewer.length;
    }
}

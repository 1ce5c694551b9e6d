package org.tenon.search.query;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tenon.sdk.text.Fold;
import org.tenon.sdk.text.Titles;

/** Which characters of a text the words of a search were found in. */
public final class Marks {

    private Marks() {
    }

    /**
     * @param from index of the first character
     * @param to   index after the last
     */
    public record Mark(int from, int to) {
    }

    /** In order, without overlaps; empty if no word is in the text. @param sound whether words may sound like it too */
    public static List<Mark> in(String text, List<String> words, boolean sound) {
        List<Mark> marks = new ArrayList<>();
        for (String word : words) {
            Mark mark = written(text, Fold.of(word));
            if (mark == null && sound) {
                mark = sounding(text, Words.typed(word));
            }
            if (mark != null) {
                marks.add(mark);
            }
        }
        return joined(marks);
    }

    /** The digits of a number, whatever stands between them. */
    public static List<Mark> dialled(String text, List<String> words) {
        List<Mark> marks = new ArrayList<>();
        for (String word : words) {
            Mark mark = Fold.dialled(word) ? find(text, Fold.digits(word), point -> Fold.digits(Character.toString(point))) : null;
            if (mark != null) {
                marks.add(mark);
            }
        }
        return joined(marks);
    }

    private static @Nullable Mark written(String text, String folded) {
        return find(text, folded, point -> Fold.of(Character.toString(point)));
    }

    private interface Folding {
        String of(int point);
    }

    /** Folds character by character, so that each folded one is known to come from where. */
    private static @Nullable Mark find(String text, String wanted, Folding folding) {
        StringBuilder folded = new StringBuilder(text.length());
        List<Integer> origin = new ArrayList<>(text.length());
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            String piece = folding.of(text.codePointAt(at));
            folded.append(piece);
            for (int i = 0; i < piece.length(); i++) {
                origin.add(at);
            }
        }
        int found = wanted.isEmpty() ? -1 : folded.indexOf(wanted);
        if (found < 0) {
            return null;
        }
        int last = origin.get(found + wanted.length() - 1);
        return new Mark(origin.get(found), last + Character.charCount(text.codePointAt(last)));
    }

    private static @Nullable Mark sounding(String text, String typed) {
        if (typed.isEmpty() || !Titles.chinese(text) || Normalizer.normalize(text, Normalizer.Form.NFKC).length() != text.length()) {
            return null;
        }
        List<Titles.Sound> sounds = Titles.sounds(text);
        Mark full = from(sounds, sounds.stream().map(Titles.Sound::text).toList(), typed);
        return full != null ? full : from(sounds, sounds.stream().map(Titles.Sound::initial).toList(), typed);
    }

    /** The first place from which on the pieces, joined, begin with what was typed. */
    private static @Nullable Mark from(List<Titles.Sound> sounds, List<String> pieces, String typed) {
        for (int first = 0; first < pieces.size(); first++) {
            String rest = typed;
            for (int at = first; at < pieces.size() && !rest.isEmpty(); at++) {
                String piece = pieces.get(at);
                if (piece.startsWith(rest)) {
                    return new Mark(sounds.get(first).from(), sounds.get(at).to());
                }
                if (!rest.startsWith(piece)) {
                    break;
                }
                rest = rest.substring(piece.length());
            }
        }
        return null;
    }

    private static List<Mark> joined(List<Mark> marks) {
        List<Mark> joined = new ArrayList<>();
        for (Mark mark : marks.stream().sorted(Comparator.comparingInt(Mark::from)).toList()) {
            Mark last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last != null && mark.from() <= last.to()) {
                joined.set(joined.size() - 1, new Mark(last.from(), Math.max(last.to(), mark.to())));
            } else {
                joined.add(mark);
            }
        }
        return joined;
    }
}

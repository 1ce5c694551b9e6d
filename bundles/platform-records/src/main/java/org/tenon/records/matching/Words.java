package org.tenon.records.matching;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tenon.sdk.text.Script;

/** Text as words that can be compared. */
final class Words {

    private Words() {
    }

    /**
     * Width, case, accents and script folded; dots and apostrophes left out, other punctuation splits. Chinese characters that stand together
     * or are apart by blanks only are one word.
     */
    static List<String> of(String written) {
        String text = Script.SIMPLIFIED.of(Normalizer.normalize(written, Normalizer.Form.NFKC)).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        String plain = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean chinese = false;
        for (int at = 0; at < plain.length(); at += Character.charCount(plain.codePointAt(at))) {
            int point = plain.codePointAt(at);
            boolean han = Character.isIdeographic(point);
            if (!Character.isLetterOrDigit(point)) {
                if (!chinese && point != '.' && point != '\'' && point != '’') {
                    flush(word, words);
                }
                continue;
            }
            if (han != chinese) {
                flush(word, words);
            }
            chinese = han;
            word.appendCodePoint(point);
        }
        flush(word, words);
        return words;
    }

    /** The words as one, in their order. */
    static String fold(String written) {
        return String.join("", of(written));
    }

    private static void flush(StringBuilder word, List<String> words) {
        if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
        }
    }
}

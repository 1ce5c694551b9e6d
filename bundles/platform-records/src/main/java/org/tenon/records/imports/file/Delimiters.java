package org.tenon.records.imports.file;

import java.util.List;

/** Finds the delimiter of a CSV text: the one that splits most lines into the same number of cells, more than one. */
final class Delimiters {

    static final List<String> ALL = List.of(",", ";", "\t", "|");
    private static final int LINES = 50;

    private Delimiters() {
    }

    /** @param head the beginning of the text; its last line may be cut */
    static String detect(CharSequence head) {
        String best = ",";
        double most = 0;
        for (String delimiter : ALL) {
            double score = score(head, delimiter.charAt(0));
            if (score > most) {
                most = score;
                best = delimiter;
            }
        }
        return best;
    }

    /** The share of lines with as many cells as the first that has several; of equals the one with more cells. */
    private static double score(CharSequence head, char delimiter) {
        int first = 0;
        int same = 0;
        int lines = 0;
        int cells = 1;
        int start = 0;
        boolean quoted = false;
        for (int i = 0; i < head.length() && lines < LINES; i++) {
            char c = head.charAt(i);
            quoted ^= c == '"';
            if (!quoted && c == delimiter) {
                cells++;
            }
            if (!quoted && (c == '\n' || c == '\r') || i == head.length() - 1) {
                first = first == 0 && cells > 1 ? cells : first;
                same += first > 0 && cells == first ? 1 : 0;
                lines += i > start ? 1 : 0;
                cells = 1;
                start = i + 1;
            }
        }
        return first < 2 ? 0 : (double) same / lines + first / 1_000_000.0;
    }
}

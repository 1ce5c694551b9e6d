package org.tenon.records.imports.file;

/**
 * The two-byte characters of a text in an old East Asian encoding, counted by their first byte and by whether the second is high.
 *
 * @param counts  {@code [first byte][0: second below 0xa1, 1: from there on]}
 * @param all     how many there are, punctuation and full-width letters left out
 * @param lonely  share of the high bytes that stand between ASCII ones and so are no part of such a character
 */
record Pairs(int[][] counts, int all, double lonely) {

    static Pairs of(byte[] text) {
        int[][] counts = new int[256][2];
        int all = 0;
        int pairs = 0;
        int lonely = 0;
        for (int i = 0; i + 1 < text.length; i++) {
            int first = text[i] & 0xff;
            int second = text[i + 1] & 0xff;
            if (first < 0x81) {
                continue;
            }
            pairs++;
            boolean after = i + 2 >= text.length || (text[i + 2] & 0xff) < 0x80;
            boolean before = i == 0 || (text[i - 1] & 0xff) < 0x80;
            lonely += second < 0x80 && after && before ? 1 : 0;
            if (first >= 0xa4) {
                counts[first][second >= 0xa1 ? 1 : 0]++;
                all++;
            }
            i++;
        }
        return new Pairs(counts, all, pairs == 0 ? 0 : (double) lonely / pairs);
    }

    /** The share of characters whose first byte lies in the range and whose second is at least {@code second}. */
    double common(int from, int to, int second) {
        int common = 0;
        for (int first = from; first <= to; first++) {
            common += counts[first][1] + (second < 0xa1 ? counts[first][0] : 0);
        }
        return all == 0 ? 0 : (double) common / all;
    }
}

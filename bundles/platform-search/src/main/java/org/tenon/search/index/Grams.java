package org.tenon.search.index;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * A folded text as its single characters and its pairs of neighbours, in any script: {@code 中国移} is {@code 中 中国 国 国移 移}. A pair has the position
 * of its first character, so that a phrase of pairs is exactly a part of the text.
 */
final class Grams extends TokenStream {

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
    private final int[] points;
    private int at;
    private boolean pair;

    /** @param folded as {@link org.tenon.sdk.text.Fold} makes it */
    Grams(String folded) {
        this.points = folded.codePoints().toArray();
    }

    @Override
    public boolean incrementToken() {
        if (at >= points.length) {
            return false;
        }
        clearAttributes();
        if (pair) {
            term.append(new String(points, at, 2));
            step.setPositionIncrement(0);
        } else {
            term.append(Character.toString(points[at]));
            step.setPositionIncrement(1);
        }
        boolean pairNext = !pair && at + 1 < points.length;
        at += pairNext ? 0 : 1;
        pair = pairNext;
        return true;
    }

    @Override
    public void reset() {
        at = 0;
        pair = false;
    }
}

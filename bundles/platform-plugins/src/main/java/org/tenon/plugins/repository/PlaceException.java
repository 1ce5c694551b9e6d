package org.tenon.plugins.repository;

import java.io.IOException;
import org.tenon.sdk.lint.text.Sentence;

/** A place does not offer what it should; the sentence says why, for people. */
final class PlaceException extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient Sentence sentence;

    PlaceException(String key, Object... arguments) {
        this(Sentence.of(key, arguments));
    }

    private PlaceException(Sentence sentence) {
        super(sentence.toString());
        this.sentence = sentence;
    }

    /** What any failure of a place is told as. */
    static Sentence sentence(IOException e) {
        if (e instanceof PlaceException known) {
            return known.sentence;
        }
        return e.getMessage() == null ? Sentence.of("plugins.said.silent") : Sentence.verbatim(e.getMessage());
    }
}

package org.tenon.sdk.lint.zip;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.tenon.sdk.lint.text.Sentence;

/** The file is no archive that could be a plugin, or may not be opened. Its message is the sentence in English. */
public final class ArchiveException extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient Sentence sentence;

    public ArchiveException(Sentence sentence) {
        this(sentence, null);
    }

    public ArchiveException(Sentence sentence, @Nullable Throwable cause) {
        super(sentence.toString(), cause);
        this.sentence = sentence;
    }

    /** Why, for people. */
    public Sentence sentence() {
        return sentence;
    }
}

package org.tenon.plugins.refusal;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tenon.sdk.Kind;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.lint.text.Sentence;

/** Refusals whose reason is a sentence: in the present caller's language, English where there is none. The problem document's member {@code reason} repeats it. */
public final class Refusal {

    /** Carries the sentence along, for those who write it down or tell it to someone else. */
    private static final class Words extends Exception {

        private static final long serialVersionUID = 1L;
        private final transient Sentence sentence;

        Words(Sentence sentence) {
            super(sentence.toString(), null, false, false);
            this.sentence = sentence;
        }
    }

    private Refusal() {
    }

    public static TenonException conflict(String key, Object... arguments) {
        return of(Kind.CONFLICT, Sentence.of(key, arguments));
    }

    public static TenonException notFound(String key, Object... arguments) {
        return of(Kind.NOT_FOUND, Sentence.of(key, arguments));
    }

    public static TenonException unreadable(String key, Object... arguments) {
        return of(Kind.UNREADABLE, Sentence.of(key, arguments));
    }

    public static TenonException of(Kind kind, Sentence sentence) {
        String text = sentence.in(Caller.present().map(Caller::locale).orElse(Locale.ENGLISH));
        return new TenonException(kind, text, List.of(), Map.of("reason", text), new Words(sentence));
    }

    /** Its reason; what it says, of one that was not made here. */
    public static Sentence sentence(TenonException refusal) {
        return refusal.getCause() instanceof Words words ? words.sentence : Sentence.verbatim(refusal.getMessage());
    }

    /** The same to the present caller, of one that was made on another thread. */
    public static TenonException retold(TenonException refusal) {
        return refusal.getCause() instanceof Words words ? of(refusal.kind(), words.sentence) : refusal;
    }
}

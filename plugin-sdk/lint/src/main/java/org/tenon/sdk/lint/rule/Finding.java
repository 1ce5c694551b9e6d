package org.tenon.sdk.lint.rule;

import java.util.Locale;
import org.tenon.sdk.lint.text.Sentence;

/**
 * What a rule has found.
 *
 * @param rule     short name of the rule, such as {@code imports}
 * @param sentence for people, naming the file or header and what to do
 */
public record Finding(Severity severity, String rule, Sentence sentence) {

    /** What follows. */
    public enum Severity {
        /** It is not installed. */
        REFUSE,
        /** An administrator decides. */
        WARN
    }

    public static Finding refuse(String rule, Sentence sentence) {
        return new Finding(Severity.REFUSE, rule, sentence);
    }

    public static Finding warn(String rule, Sentence sentence) {
        return new Finding(Severity.WARN, rule, sentence);
    }

    /** In the reader's language. */
    public String text(Locale locale) {
        return sentence.in(locale);
    }
}

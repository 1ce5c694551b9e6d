package org.tenon.sdk.lint.rule;

/**
 * What a rule has found.
 *
 * @param rule short name of the rule, such as {@code imports}
 * @param text one sentence for people, in English, naming the file or header and what to do
 */
public record Finding(Severity severity, String rule, String text) {

    /** What follows. */
    public enum Severity {
        /** It is not installed. */
        REFUSE,
        /** An administrator decides. */
        WARN
    }

    public static Finding refuse(String rule, String text) {
        return new Finding(Severity.REFUSE, rule, text);
    }

    public static Finding warn(String rule, String text) {
        return new Finding(Severity.WARN, rule, text);
    }
}

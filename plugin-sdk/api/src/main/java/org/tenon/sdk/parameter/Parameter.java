package org.tenon.sdk.parameter;

import java.util.List;

/**
 * A setting of the whole installation. Its texts in the area: {@code parameter.<name without the area>}, {@code ….help} and, of a choice,
 * {@code ….<value>}.
 *
 * @param name    {@code <area>.<name>}
 * @param initial what holds until an administrator changes it: a Long, a String or a Boolean
 * @param min     smallest number; of a text the fewest characters
 * @param max     largest number; of a text the most characters, at most 1,000
 * @param choices values of a choice in order; empty for the other kinds
 */
public record Parameter(String name, Kind kind, Object initial, long min, long max, List<String> choices) {

    /** What it holds. */
    public enum Kind { NUMBER, TEXT, FLAG, CHOICE }

    public Parameter {
        choices = List.copyOf(choices);
    }

    /** A whole number, bounds included. */
    public static Parameter number(String name, long initial, long min, long max) {
        return new Parameter(name, Kind.NUMBER, initial, min, max, List.of());
    }

    /** A line of text. */
    public static Parameter text(String name, String initial, int max) {
        return new Parameter(name, Kind.TEXT, initial, 0, max, List.of());
    }

    /** Yes or no. */
    public static Parameter flag(String name, boolean initial) {
        return new Parameter(name, Kind.FLAG, initial, 0, 0, List.of());
    }

    /** One of several words, the first until it is changed. */
    public static Parameter choice(String name, List<String> choices) {
        return new Parameter(name, Kind.CHOICE, choices.get(0), 0, 0, choices);
    }
}

package org.tenon.records.numbers;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How automatic numbers look: text with {@code {yyyy} {yy} {MM} {dd}} for the day and once {@code {seq:n}} for the count, with at least n digits (1–12).
 * The count begins anew with each day if the rule names it, else each month, else each year; without any it never does.
 */
public final class NumberRule {

    private static final Pattern PART = Pattern.compile("\\{(yyyy|yy|MM|dd|seq:([1-9]|1[0-2]))}");
    private static final int LONGEST = 60;

    private final String text;

    private NumberRule(String text) {
        this.text = text;
    }

    /** @throws IllegalArgumentException saying what is wrong with it */
    public static NumberRule of(String text) {
        int sequences = 0;
        Matcher parts = PART.matcher(text);
        while (parts.find()) {
            sequences += parts.group(2) == null ? 0 : 1;
        }
        if (sequences != 1) {
            throw new IllegalArgumentException("it needs {seq:n} once, n from 1 to 12");
        }
        if (PART.matcher(text).replaceAll("").matches(".*[{}\\p{Cntrl}].*")) {
            throw new IllegalArgumentException("beside {yyyy} {yy} {MM} {dd} {seq:n} it has no braces");
        }
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("it is longer than " + LONGEST + " characters");
        }
        return new NumberRule(text);
    }

    /** The period the count runs within, such as {@code 2026-11}; empty for ever. */
    String period(LocalDate day) {
        boolean year = text.contains("{yyyy}") || text.contains("{yy}");
        if (text.contains("{dd}")) {
            return day.toString();
        }
        return text.contains("{MM}") ? DateTimeFormatter.ofPattern("yyyy-MM").format(day) : year ? String.valueOf(day.getYear()) : "";
    }

    String number(LocalDate day, long count) {
        return PART.matcher(text).replaceAll(part -> part.group(2) == null ? DateTimeFormatter.ofPattern(part.group(1)).format(day)
                : "0".repeat(Math.max(0, Integer.parseInt(part.group(2)) - String.valueOf(count).length())) + count);
    }
}

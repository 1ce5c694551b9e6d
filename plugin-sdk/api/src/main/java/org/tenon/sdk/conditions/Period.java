package org.tenon.sdk.conditions;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/**
 * A stretch of whole days, weeks, months, quarters or years as seen from the present day. Weeks begin on Monday.
 *
 * @param kind  where it lies
 * @param unit  what it is counted in
 * @param count how many units, 1 to {@value #MOST}; 1 for {@link Kind#THIS}
 */
public record Period(Kind kind, Unit unit, int count) {

    public static final int MOST = 1_000;

    /** Where a period lies. */
    public enum Kind {
        /** The present unit. */
        THIS("this"),
        /** The units before the present one: "yesterday", "last month". */
        PREVIOUS("previous"),
        /** The units after the present one: "tomorrow", "next quarter". */
        FOLLOWING("following"),
        /** Units up to the present one and with it: "in the last 30 days". */
        LAST("last"),
        /** Units from the present one on and with it: "in the next 7 days". */
        NEXT("next");

        private final String key;

        Kind(String key) {
            this.key = key;
        }

        /** The word used in JSON. */
        public String key() {
            return key;
        }
    }

    /** What periods are counted in. */
    public enum Unit {
        DAY("day"), WEEK("week"), MONTH("month"), QUARTER("quarter"), YEAR("year");

        private final String key;

        Unit(String key) {
            this.key = key;
        }

        /** The word used in JSON. */
        public String key() {
            return key;
        }

        LocalDate start(LocalDate day) {
            return switch (this) {
                case DAY -> day;
                case WEEK -> day.with(TemporalAdjusters.previousOrSame(java.time.DayOfWeek.MONDAY));
                case MONTH -> day.withDayOfMonth(1);
                case QUARTER -> day.withDayOfMonth(1).withMonth((day.getMonthValue() - 1) / 3 * 3 + 1);
                case YEAR -> day.withDayOfYear(1);
            };
        }

        LocalDate plus(LocalDate start, int count) {
            return switch (this) {
                case DAY -> start.plusDays(count);
                case WEEK -> start.plusWeeks(count);
                case MONTH -> start.plusMonths(count);
                case QUARTER -> start.plus(3L * count, ChronoUnit.MONTHS);
                case YEAR -> start.plusYears(count);
            };
        }
    }

    /** Its first day. */
    public LocalDate from(LocalDate today) {
        LocalDate present = unit.start(today);
        return switch (kind) {
            case THIS, NEXT -> present;
            case PREVIOUS -> unit.plus(present, -count);
            case FOLLOWING -> unit.plus(present, 1);
            case LAST -> unit.plus(present, 1 - count);
        };
    }

    /** The day after its last one. */
    public LocalDate until(LocalDate today) {
        LocalDate present = unit.start(today);
        return switch (kind) {
            case THIS, LAST -> unit.plus(present, 1);
            case PREVIOUS -> present;
            case FOLLOWING -> unit.plus(present, 1 + count);
            case NEXT -> unit.plus(present, count);
        };
    }
}

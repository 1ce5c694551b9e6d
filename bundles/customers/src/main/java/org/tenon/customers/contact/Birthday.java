package org.tenon.customers.contact;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A birthday as people state it, which is written {@code 1985-03-21} or, where the year is not known, {@code 03-21}.
 *
 * @param calendar what month and day count in
 * @param year     solar year or lunar year, 1900–2100; null if not known
 * @param month    1–12
 * @param day      1–31, lunar 1–30
 */
record Birthday(Calendar calendar, @Nullable Integer year, int month, int day) {

    /** The values of the dictionary {@code customers.birthdayCalendar}. */
    enum Calendar {
        SOLAR("solar"), LUNAR("lunar"), LUNAR_LEAP("lunarLeap");

        private final String value;

        Calendar(String value) {
            this.value = value;
        }

        /** Solar for null or an unknown value. */
        static Calendar of(@Nullable String value) {
            for (Calendar calendar : values()) {
                if (calendar.value.equals(value)) {
                    return calendar;
                }
            }
            return SOLAR;
        }
    }

    private static final Pattern FORM = Pattern.compile("(?:(\\d{4})-)?(\\d{1,2})-(\\d{1,2})");
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2100;
    private static final int LEAP_YEAR = 2000;

    /** Reads the written form; empty if it is no day of that calendar, such as a 30th in a lunar month of 29 days. */
    static Optional<Birthday> parse(Calendar calendar, String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Integer year = matcher.group(1) == null ? null : Integer.valueOf(matcher.group(1));
        Birthday birthday = new Birthday(calendar, year, Integer.parseInt(matcher.group(2)), Integer.parseInt(matcher.group(3)));
        return birthday.exists() ? Optional.of(birthday) : Optional.empty();
    }

    private boolean exists() {
        if (month < 1 || month > 12 || day < 1 || year != null && (year < FIRST_YEAR || year > LAST_YEAR)) {
            return false;
        }
        if (calendar == Calendar.SOLAR) {
            return day <= YearMonth.of(year == null ? LEAP_YEAR : year, month).lengthOfMonth();
        }
        return day <= (year == null ? 30 : LunarYears.days(year, lunarMonth()));
    }

    /**
     * When it is celebrated next: the 29th of February on the 28th in common years, a lunar day as {@link LunarYears#solar} says.
     *
     * @return {@code today} or later, at most about 13 months
     */
    LocalDate next(LocalDate today) {
        if (calendar == Calendar.SOLAR) {
            LocalDate day = MonthDay.of(month, this.day).atYear(today.getYear());
            return day.isBefore(today) ? MonthDay.of(month, this.day).atYear(today.getYear() + 1) : day;
        }
        for (int lunarYear = today.getYear() - 1; ; lunarYear++) {
            LocalDate day = LunarYears.solar(lunarYear, lunarMonth(), this.day);
            if (!day.isBefore(today)) {
                return day;
            }
        }
    }

    /** The day of birth in the solar calendar; empty if the year is not known. */
    Optional<LocalDate> born() {
        if (year == null) {
            return Optional.empty();
        }
        return Optional.of(calendar == Calendar.SOLAR ? LocalDate.of(year, month, day) : LunarYears.solar(year, lunarMonth(), day));
    }

    private int lunarMonth() {
        return calendar == Calendar.LUNAR_LEAP ? -month : month;
    }

    /** The written form, with leading zeros. */
    String text() {
        return (year == null ? "" : String.format("%04d-", year)) + String.format("%02d-%02d", month, day);
    }
}

package org.tenon.customers.contact;

import com.nlf.calendar.LunarMonth;
import com.nlf.calendar.LunarYear;
import com.nlf.calendar.Solar;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The Chinese lunar calendar. Months are 1–12, negative for a leap month: −4 is the leap month after the fourth. Safe for all threads. */
final class LunarYears {

    private LunarYears() {
    }

    /** The days of a month, 29 or 30; 0 if the year has no such (leap) month. */
    static int days(int year, int month) {
        LunarMonth found = find(year, month);
        return found == null ? 0 : found.getDayCount();
    }

    /**
     * The solar day on which a lunar day falls. A month that the year does not have leap is taken plain, a 30th that the month does not have is
     * its 29th: this is how birthdays are kept.
     *
     * @param year  the lunar year, by the solar year in which it begins
     * @param month 1–12, or −1 – −12
     * @param day   1–30
     */
    static LocalDate solar(int year, int month, int day) {
        LunarMonth found = find(year, month);
        if (found == null) {
            found = find(year, Math.abs(month));
        }
        if (found == null) {
            throw new IllegalArgumentException("lunar year " + year + " has no month " + month);
        }
        Solar first = Solar.fromJulianDay(found.getFirstJulianDay());
        return LocalDate.of(first.getYear(), first.getMonth(), first.getDay()).plusDays(Math.min(day, found.getDayCount()) - 1L);
    }

    /** The library's own cache of years is not made for several threads: a year is computed each time. */
    private static @Nullable LunarMonth find(int year, int month) {
        return new LunarYear(year).getMonth(month);
    }
}

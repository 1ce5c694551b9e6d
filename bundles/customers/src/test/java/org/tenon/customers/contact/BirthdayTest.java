package org.tenon.customers.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tenon.customers.contact.Birthday.Calendar.LUNAR;
import static org.tenon.customers.contact.Birthday.Calendar.LUNAR_LEAP;
import static org.tenon.customers.contact.Birthday.Calendar.SOLAR;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BirthdayTest {

    @ParameterizedTest
    @CsvSource({
        "1985-03-21, 2026-11-23, 2027-03-21",
        "03-21,      2026-03-21, 2026-03-21",
        "3-21,       2026-03-22, 2027-03-21",
        "1996-02-29, 2026-11-23, 2027-02-28",
        "1996-02-29, 2027-11-23, 2028-02-29",
        "02-29,      2026-02-28, 2026-02-28",
        "12-31,      2026-12-31, 2026-12-31"})
    void aSolarBirthdayComesEveryYear(String text, LocalDate today, LocalDate next) {
        assertThat(Birthday.parse(SOLAR, text).orElseThrow().next(today)).isEqualTo(next);
    }

    /** The first of the first month is the Spring Festival, the fifteenth of the eighth the Mid-Autumn Festival. */
    @ParameterizedTest
    @CsvSource({
        "01-01, 2025-12-01, 2026-02-17",
        "01-01, 2026-02-17, 2026-02-17",
        "01-01, 2026-02-18, 2027-02-06",
        "08-15, 2025-01-01, 2025-10-06",
        "08-15, 2026-01-01, 2026-09-25",
        "05-05, 2023-01-01, 2023-06-22",
        "12-08, 2027-01-10, 2027-01-15",
        "1980-12-29, 2026-01-01, 2026-02-16"})
    void aLunarBirthdayFallsOnItsSolarDay(String text, LocalDate today, LocalDate next) {
        assertThat(Birthday.parse(LUNAR, text).orElseThrow().next(today)).isEqualTo(next);
    }

    /** 2023 had a leap second month, 2025 a leap sixth; 2026 and 2027 have none. */
    @ParameterizedTest
    @CsvSource({
        "2023-02-01, 2023-03-01, 2023-03-22",
        "02-01,      2023-03-01, 2023-03-22",
        "02-01,      2024-01-01, 2024-03-10",
        "06-15,      2025-01-01, 2025-08-08",
        "06-15,      2025-08-09, 2026-07-28"})
    void aLeapMonthIsKeptPlainInYearsWithoutIt(String text, LocalDate today, LocalDate next) {
        assertThat(Birthday.parse(LUNAR_LEAP, text).orElseThrow().next(today)).isEqualTo(next);
    }

    /** The twelfth month of lunar 2024 has 29 days, that of 2023 has 30. */
    @ParameterizedTest
    @CsvSource({
        "12-30, 2024-01-01, 2024-02-09",
        "12-30, 2024-02-10, 2025-01-28"})
    void aThirtiethIsKeptOnTheTwentyNinthOfAShortMonth(String text, LocalDate today, LocalDate next) {
        assertThat(Birthday.parse(LUNAR, text).orElseThrow().next(today)).isEqualTo(next);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2023-12-30", "12-30", "2023-02-30"})
    void aThirtiethThatExistsIsAccepted(String text) {
        assertThat(Birthday.parse(LUNAR, text)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-12-30", "12-31", "13-01", "00-10", "1899-01-01", "2101-01-01"})
    void lunarDaysThatNeverWereAreRefused(String text) {
        assertThat(Birthday.parse(LUNAR, text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-02-01", "2023-03-01", "2023-02-30"})
    void leapMonthsThatNeverWereAreRefused(String text) {
        assertThat(Birthday.parse(LUNAR_LEAP, text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1985", "1985-3", "1985/03/21", "2023-02-29", "02-30", "04-31", "1985-00-21", "03-00", "85-03-21", "三月初三"})
    void whatIsNoSolarDayIsRefused(String text) {
        assertThat(Birthday.parse(SOLAR, text)).isEmpty();
    }

    @Test
    void theNextBirthdayIsNeverPastAndNeverFarAway() {
        LocalDate today = LocalDate.of(2020, 1, 1);
        Birthday birthday = Birthday.parse(LUNAR_LEAP, "2020-04-01").orElseThrow();
        for (int i = 0; i < 3_000; i++, today = today.plusDays(1)) {
            assertThat(birthday.next(today)).isBetween(today, today.plusDays(420));
        }
    }

    @Test
    void theDayOfBirthIsKnownWithItsYearOnly() {
        assertThat(Birthday.parse(LUNAR, "1984-10-01").orElseThrow().born()).contains(LocalDate.of(1984, 10, 24));
        assertThat(Birthday.parse(LUNAR_LEAP, "1984-10-01").orElseThrow().born()).contains(LocalDate.of(1984, 11, 23));
        assertThat(Birthday.parse(SOLAR, "10-01").orElseThrow().born()).isEmpty();
    }

    @Test
    void theWrittenFormHasLeadingZeros() {
        assertThat(Birthday.parse(SOLAR, " 3-2 ").orElseThrow().text()).isEqualTo("03-02");
        assertThat(Birthday.parse(SOLAR, "1985-3-2").orElseThrow().text()).isEqualTo("1985-03-02");
    }
}

package org.tenon.jobs.timer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tenon.sdk.Kind;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.job.Schedule;
import org.tenon.sdk.job.Schedule.Missed;

class TurnTest {

    private static final Cron HOURLY = Cron.of(Schedule.cron("0 * * * *").in(ZoneOffset.UTC));

    private static Instant at(String time) {
        return Instant.parse("2026-11-23T" + time + "Z");
    }

    @Test
    void aTimeThatHasJustComeIsRunForWhateverTheRule() {
        for (Missed rule : Missed.values()) {
            Turn turn = Turn.of(HOURLY, rule, at("08:00:00"), at("08:00:00"));
            assertThat(turn.due()).contains(at("08:00:00"));
            assertThat(turn.next()).contains(at("09:00:00"));
        }
    }

    @Test
    void onceRunsForTheLatestOfThoseMissed() {
        Turn turn = Turn.of(HOURLY, Missed.ONCE, at("01:00:00"), at("08:20:00"));
        assertThat(turn.due()).contains(at("08:00:00"));
        assertThat(turn.next()).contains(at("09:00:00"));
    }

    @Test
    void skipLetsATimePassAMinuteLaterAndNotBefore() {
        assertThat(Turn.of(HOURLY, Missed.SKIP, at("08:00:00"), at("08:01:00")).due()).contains(at("08:00:00"));
        Turn late = Turn.of(HOURLY, Missed.SKIP, at("08:00:00"), at("08:01:01"));
        assertThat(late.due()).isEmpty();
        assertThat(late.next()).contains(at("09:00:00"));
    }

    @Test
    void eachRunsForTheOldestAndGoesOnWithTheOneAfter() {
        Turn turn = Turn.of(HOURLY, Missed.EACH, at("01:00:00"), at("08:20:00"));
        assertThat(turn.due()).contains(at("01:00:00"));
        assertThat(turn.next()).contains(at("02:00:00"));
    }

    @Test
    void eachCatchesUpOnTheLatestTwentyFourAtMost() {
        Instant longAgo = Instant.parse("2026-10-01T00:00:00Z");
        Instant due = Turn.of(HOURLY, Missed.EACH, longAgo, at("08:20:00")).due().orElseThrow();
        assertThat(due).isEqualTo(Instant.parse("2026-11-22T09:00:00Z"));
    }

    @Test
    void hoursAreReadInTheirZoneAlsoOverAChangeOfTheClocks() {
        Cron early = Cron.of(Schedule.cron("30 8 * * *").in(ZoneId.of("Europe/Berlin")));
        assertThat(early.after(Instant.parse("2026-10-24T00:00:00Z"))).contains(Instant.parse("2026-10-24T06:30:00Z"));
        assertThat(early.after(Instant.parse("2026-10-25T00:00:00Z"))).contains(Instant.parse("2026-10-25T07:30:00Z"));
        assertThat(Cron.of(Schedule.cron("30 8 * * *").in(ZoneId.of("Asia/Shanghai"))).after(at("00:00:00"))).contains(at("00:30:00"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "* * *", "60 * * * *", "0 25 * * *", "every hour", "0 0 0 * * ?"})
    void whatIsNoCronExpressionIsRefusedWithItsText(String text) {
        assertThatThrownBy(() -> Cron.of(Schedule.cron(text))).isInstanceOfSatisfying(TenonException.class, refused -> {
            assertThat(refused.kind()).isEqualTo(Kind.INVALID);
            assertThat(refused.errors().get(0).message()).contains("\"" + text + "\"");
        });
    }
}

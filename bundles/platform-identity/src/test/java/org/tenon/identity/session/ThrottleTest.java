package org.tenon.identity.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tenon.identity.Ticking;
import org.tenon.sdk.Kind;
import org.tenon.sdk.TenonException;

class ThrottleTest {

    private final Ticking clock = new Ticking();
    private final Throttle throttle = new Throttle(clock);

    @Test
    void fiveFailuresAreFreeAndTheSixthIsFollowedByAWait() {
        fail("zhang", "10.0.0.1", 5);
        assertThat(wait("zhang", "10.0.0.2")).isZero();
        assertThat(wait("zhang", "10.0.0.2")).isEqualTo(1);
    }

    @Test
    void theWaitDoublesUpToAMinute() {
        fail("zhang", "10.0.0.1", 6);
        for (int expected : new int[] {1, 2, 4, 8, 16, 32, 60, 60}) {
            assertThat(wait("zhang", "10.0.0.2")).isEqualTo(expected);
            clock.advance(Duration.ofSeconds(expected).minusMillis(1));
            assertThat(wait("zhang", "10.0.0.2")).isEqualTo(1);
            clock.advance(Duration.ofMillis(1));
            assertThat(wait("zhang", "10.0.0.2")).isZero();
        }
    }

    @Test
    void attemptsThatComeTooEarlyDoNotLengthenTheWait() {
        fail("zhang", "10.0.0.1", 6);
        IntStream.range(0, 100).forEach(i -> assertThat(wait("zhang", "10.0.0.2")).isEqualTo(1));
        clock.advance(Duration.ofSeconds(1));
        assertThat(wait("zhang", "10.0.0.2")).isZero();
    }

    @Test
    void otherLoginsOfTheAddressGoOnUntilThirtyFailures() {
        IntStream.range(0, 30).forEach(i -> assertThat(wait("member" + i, "10.0.0.1")).isZero());
        assertThat(wait("another", "10.0.0.1")).isZero();
        assertThat(wait("another", "10.0.0.1")).isEqualTo(1);
        assertThat(wait("another", "10.0.0.9")).isZero();
    }

    @Test
    void successForgetsTheLogin() {
        fail("zhang", "10.0.0.1", 4);
        throttle.attempt("zhang", "10.0.0.1");
        throttle.succeeded("zhang", "10.0.0.1");
        fail("zhang", "10.0.0.1", 5);
        assertThat(wait("zhang", "10.0.0.2")).isZero();
    }

    @Test
    void signingInRightNeverSlowsDownAnAddress() {
        IntStream.range(0, 500).forEach(i -> {
            assertThatCode(() -> throttle.attempt("member" + i, "10.0.0.1")).doesNotThrowAnyException();
            throttle.succeeded("member" + i, "10.0.0.1");
        });
    }

    @Test
    void anHourForgets() {
        fail("zhang", "10.0.0.1", 6);
        clock.advance(Duration.ofHours(1).plusSeconds(1));
        fail("zhang", "10.0.0.1", 5);
        assertThat(wait("zhang", "10.0.0.2")).isZero();
    }

    private void fail(String login, String address, int times) {
        IntStream.range(0, times).forEach(i -> throttle.attempt(login, address));
    }

    /** Seconds to wait; 0 if the attempt was let through. */
    private int wait(String login, String address) {
        @Nullable TenonException refused = catchThrowableOfType(TenonException.class, () -> throttle.attempt(login, address));
        if (refused == null) {
            return 0;
        }
        assertThat(refused.kind()).isEqualTo(Kind.THROTTLED);
        return ((Number) refused.details().getOrDefault("retryAfter", 0)).intValue();
    }
}

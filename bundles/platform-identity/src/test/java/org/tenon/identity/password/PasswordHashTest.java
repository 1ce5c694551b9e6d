package org.tenon.identity.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PasswordHashTest {

    private final PasswordHash hashing = new PasswordHash(10);

    @Test
    void onlyTheSamePasswordMatches() {
        String hash = hashing.of("kx7-Ruzo1q");
        assertThat(hashing.matches("kx7-Ruzo1q", hash)).isTrue();
        assertThat(hashing.matches("kx7-Ruzo1Q", hash)).isFalse();
        assertThat(hashing.matches("", hash)).isFalse();
    }

    @Test
    void aPasswordHasAnotherHashEachTimeAndStandsInNone() {
        assertThat(hashing.of("kx7-Ruzo1q")).isNotEqualTo(hashing.of("kx7-Ruzo1q")).doesNotContain("Ruzo");
    }

    @Test
    void longPasswordsCountToTheirLastCharacter() {
        String long200 = "x".repeat(199);
        assertThat(hashing.matches(long200 + "b", hashing.of(long200 + "a"))).isFalse();
    }

    @Test
    void composedAndDecomposedLettersAreTheSame() {
        assertThat(hashing.matches("Daniel Nov\u0061\u0301k", hashing.of("Daniel Nov\u00e1k"))).isTrue();
    }

    @Test
    void hashesOfOtherRoundsStillMatchAndAreOutdated() {
        String old = new PasswordHash(5).of("kx7-Ruzo1q");
        assertThat(hashing.matches("kx7-Ruzo1q", old)).isTrue();
        assertThat(hashing.outdated(old)).isTrue();
        assertThat(hashing.outdated(hashing.of("kx7-Ruzo1q"))).isFalse();
    }

    @Test
    void whatIsNoHashIsADefect() {
        assertThatThrownBy(() -> hashing.matches("x", "plain")).isInstanceOf(IllegalArgumentException.class);
    }
}

package org.tenon.customers.customer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CreditCodeTest {

    /** Codes of well-known organisations, as their business licences state them, and of the import file. */
    @ParameterizedTest
    @ValueSource(strings = {"91350100M000100Y43", "91440300708461136T", "91330100799655058B", "9144030071526726XG", "914403001922038216", "91100000100003962T", "91031135F76ER580J5", "91907748JG92ANXJW1"})
    void codesInUseAreValid(String code) {
        assertThat(CreditCode.valid(code)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"91350100M000100Y44", "91350100M000100Y34", "91848167REB8MFRP10", "19350100M000100Y43"})
    void aWrongCheckCharacterIsFound(String code) {
        assertThat(CreditCode.valid(code)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "91350100M000100Y4", "91350100M000100Y433", "91350100I000100Y43", "91350100m000100y43", "9135 100M000100Y43",
        "９1350100M000100Y43"})
    void whatIsNotEighteenCharactersOfTheAlphabetIsNoCode(String code) {
        assertThat(CreditCode.valid(code)).isFalse();
    }

    @Test
    void everySingleWrongCharacterIsFound() {
        String code = "91350100M000100Y43";
        for (int i = 0; i < code.length(); i++) {
            for (char c : "0123456789ABCDEFGHJKLMNPQRTUWXY".toCharArray()) {
                String other = code.substring(0, i) + c + code.substring(i + 1);
                assertThat(CreditCode.valid(other)).as(other).isEqualTo(c == code.charAt(i));
            }
        }
    }
}

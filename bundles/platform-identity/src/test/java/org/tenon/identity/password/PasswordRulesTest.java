package org.tenon.identity.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.api.Test;

class PasswordRulesTest {

    private final PasswordRules rules = new PasswordRules();
    private final List<String> known = List.of("zhang.wei", "张伟", "zhang", "wei");

    @ParameterizedTest
    @CsvSource({
        "kx7-Ruzo1, short", "我爱北京天安门很, short",
        "aaaaaaaaaaaa, simple", "abababababab, simple", "abcdabcdabcd, simple", "1234567890, simple", "0987654321, simple",
        "8901234567, simple", "abcdefghijkl, simple", "aaaabbbbcccc, simple",
        "Password2026!, common", "P@ssw0rd12345, common", "qwertyuiop, common", "1q2w3e4r5t, common", "woaini1314520, common",
        "zhang.wei1!, personal", "Zhang.Wei99, personal", "0zhang.wei0, personal"})
    void guessableOnesAreRefused(String password, String why) {
        assertThat(rules.refusal(password, known)).contains(why);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kx7-Ruzo1q", "correct horse battery", "榫卯不用一根钉子也很牢", "zhang.wei likes tea", "wei wu wei 2600"})
    void othersAreGood(String password) {
        assertThat(rules.refusal(password, known)).isEmpty();
    }

    @Test
    void lengthHasItsBoundaries() {
        String nine = "kx7-Ruzo1";
        assertThat(rules.refusal(nine, known)).contains("short");
        assertThat(rules.refusal(nine + "q", known)).isEmpty();
        String long200 = "kx7-Ruzo1q9Vd2mT".repeat(12) + "kx7-Ruzo";
        assertThat(long200).hasSize(200);
        assertThat(rules.refusal(long200, known)).isEmpty();
        assertThat(rules.refusal(long200 + "x", known)).contains("long");
    }
}

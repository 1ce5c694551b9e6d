package org.tenon.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tenon.sdk.text.Labels;

class TextsTest {

    @Test
    void everyTextExistsInThreeLanguages() {
        for (Locale locale : Labels.LOCALES) {
            assertThat(TextsOfFile.texts(locale).keySet()).isEqualTo(TextsOfFile.texts(Locale.ENGLISH).keySet());
            assertThat(TextsOfFile.texts(locale).values()).noneMatch(text -> text.toString().isBlank());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"menu.settings", "menu.identity.members", "menu.identity.departments", "menu.identity.positions",
        "menu.identity.roles", "permission.identity:manage", "dictionary.locale.zh-CN", "member.action.leave", "scope.departmentBelow"})
    void keysThatCodeComposesAreThere(String key) {
        assertThat(new TextsOfFile().find("identity", key, Locale.SIMPLIFIED_CHINESE)).isPresent();
    }
}

package org.tenon.sdk.lint.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class SentenceTest {

    private static final Sentence LARGE = Sentence.of("lint.zip.tooLarge", 1_024);

    @Test
    void everyoneReadsItInTheirOwnLanguage() {
        assertThat(LARGE.in(Locale.SIMPLIFIED_CHINESE)).isEqualTo("文件大于 1024 MB");
        assertThat(LARGE.in(Locale.forLanguageTag("zh-Hant-HK"))).isEqualTo("檔案大於 1024 MB");
        assertThat(LARGE.in(Locale.FRENCH)).isEqualTo("it is larger than 1024 MB");
    }

    @Test
    void partsOfItAreInTheLanguageOfTheWhole() {
        Sentence both = Sentence.all(List.of(Sentence.of("lint.archive.within", "a.jar", LARGE), Sentence.verbatim("it's {0}")));

        assertThat(both.in(Locale.SIMPLIFIED_CHINESE)).isEqualTo("a.jar：文件大于 1024 MB；it's {0}");
        assertThat(both).hasToString("a.jar: it is larger than 1024 MB; it's {0}");
    }

    @Test
    void aKeyNobodyKnowsIsShownAsItIs() {
        assertThat(Sentence.of("lint.no.such", "x").in(Locale.ENGLISH)).isEqualTo("lint.no.such");
    }
}

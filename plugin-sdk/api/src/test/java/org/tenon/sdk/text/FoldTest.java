package org.tenon.sdk.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldTest {

    @ParameterizedTest
    @CsvSource({"深圳市蓝博科技有限公司,蓝博", "深圳市蓝博科技有限公司,藍博", "臺灣積體電路,台湾积体", "Microsoft (China),SOFT(ch", "ＡＢＣ１２３,bc12", "Acme Ltd,meL"})
    void aPartIsFoundWhateverWayItIsWritten(String text, String part) {
        assertThat(Fold.contains(text, part)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"蓝博,蓝博科技", "张三,三张", "abc,'  '", "'',a"})
    void whatIsNotThereIsNotFound(String text, String part) {
        assertThat(Fold.contains(text, part)).isFalse();
    }

    @Test
    void telephoneNumbersAreTheirDigits() {
        assertThat(Fold.digits("+86 (0)21-6358.3907 转 ８")).isEqualTo("8602163583907" + "8");
        assertThat(Fold.dialled("138-0013 8000")).isTrue();
        assertThat(Fold.dialled("＋86 138")).isTrue();
        assertThat(Fold.dialled("138a")).isFalse();
        assertThat(Fold.dialled("---")).isFalse();
    }
}

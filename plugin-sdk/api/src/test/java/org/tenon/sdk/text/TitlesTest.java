package org.tenon.sdk.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TitlesTest {

    @ParameterizedTest
    @CsvSource({"张三,zhangsan", "張三,zhangsan", "重庆银行,chongqingyinhang", "重慶銀行,chongqingyinhang", "单田芳,shantianfang", "单位,shanwei", "简单公司,jiandangongsi",
            "曾国藩,zengguofan", "仇英,qiuying", "欧阳修,ouyangxiu", "尉迟恭,yuchigong", "厦门长城大厦有限公司,xiamenchangchengdashayouxiangongsi",
            "中国银行重庆分行,zhongguoyinhangchongqingfenhang", "Acme GmbH & Co. KG,acmegmbhcokg", "ＡＣＭＥ１２,acme12", "Österreich,osterreich", "ABB中国,abbzhongguo",
            "绿地集团,lvdijituan", "成都行业协会,chengduhangyexiehui"})
    void keySortsBySound(String title, String key) {
        assertThat(Titles.key(title)).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({"華為 技術,华为技术", "ＡＣＭＥ（中国）,acme(中国)", "Acme  Ltd,acmeltd", "STRASSE,strasse", "Straße,strasse", "重慶,重庆", "İstanbul,i̇stanbul"})
    void foldMatchesWhateverWayItIsWritten(String title, String fold) {
        assertThat(Titles.fold(title)).isEqualTo(fold);
    }

    @Test
    void titlesWithoutLettersStayAndLongOnesFit() {
        assertThat(Titles.key("***")).isEqualTo("***");
        assertThat(Titles.key("  ")).isEmpty();
        assertThat(Titles.key("庄".repeat(200))).hasSize(Titles.MAX);
        assertThat(Titles.fold("x".repeat(1_000))).hasSize(Titles.MAX);
        assertThat(Titles.fold("😀".repeat(300))).hasSize(Titles.MAX);
    }

    @Test
    void mapsWriteChineseNamesInLatin() {
        assertThat(Titles.romanised("西安")).isEqualTo("Xi'an");
        assertThat(Titles.romanised("重庆")).isEqualTo("Chongqing");
        assertThat(Titles.romanised("")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"中国移动,zhong guo yi dong", "3M中国,3m zhong guo", "Acme GmbH & Co. KG,acme gmbh co kg", "单田芳,shan tian fang", "重慶 Bosch,chong qing bosch"})
    void soundsComePieceByPiece(String title, String pieces) {
        assertThat(Titles.sounds(title)).extracting(Titles.Sound::text).containsExactly(pieces.split(" "));
        assertThat(Titles.sounds(title)).allMatch(sound -> sound.syllable() == Titles.chinese(title.substring(sound.from(), sound.to())));
    }
}

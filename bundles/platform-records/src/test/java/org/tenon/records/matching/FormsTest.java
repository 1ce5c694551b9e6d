package org.tenon.records.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tenon.records.sample.Company;
import org.tenon.records.sample.Person;
import org.tenon.sdk.record.Match;
import org.tenon.sdk.record.TypeInfo;

class FormsTest {

    @ParameterizedTest
    @ValueSource(strings = {"13833308495", "+86 138 3330 8495", "0086-138-3330-8495", "8613833308495", "１３８ ３３３０ ８４９５", "(+86)13833308495", "013833308495"})
    void everyWayToWriteAMobileNumberIsOne(String written) {
        assertThat(Forms.of(Match.PHONE, written)).containsExactly("13833308495");
    }

    @ParameterizedTest
    @ValueSource(strings = {"021-63583907", "(021)63583907", "+86 21 6358 3907", "0086 021 63583907", "021-63583907-802", "02163583907转802", "021 6358 3907 ext. 802"})
    void everyWayToWriteALandlineIsOne(String written) {
        assertThat(Forms.of(Match.PHONE, written)).containsExactly("2163583907");
    }

    @Test
    void aNumberWithoutItsAreaCodeIsAlikeAndServiceNumbersAndJunkSayNothing() {
        assertThat(Comparison.of(Match.PHONE, Forms.of(Match.PHONE, "63583907"), Forms.of(Match.PHONE, "021-63583907"))).isEqualTo(Degree.ALIKE);
        assertThat(Forms.of(Match.PHONE, "10086")).isEmpty();
        assertThat(Forms.of(Match.PHONE, "00000000000")).isEmpty();
        assertThat(Forms.of(Match.PHONE, "无")).isEmpty();
        assertThat(Forms.of(Match.PHONE, "0049 30 1234567")).isEqualTo(Forms.of(Match.PHONE, "+49 (0)30 123 45 67"));
    }

    @ParameterizedTest
    @CsvSource({"Anna.Li+crm@gmail.com, annali@googlemail.com", "A@B.Example, a@b.example", "x+tag@outlook.com, X@outlook.com"})
    void addressesThatReachTheSameBoxAreOne(String a, String b) {
        assertThat(Forms.of(Match.EMAIL, a)).isEqualTo(Forms.of(Match.EMAIL, b));
    }

    @Test
    void aPlusIsPartOfTheNameWhereNobodySaysOtherwise() {
        assertThat(Forms.of(Match.EMAIL, "a+b@firm.example")).isNotEqualTo(Forms.of(Match.EMAIL, "a@firm.example"));
        assertThat(Forms.of(Match.EMAIL, "not-an-address")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"北京市甜芽商贸股份（有限）公司, 甜芽商贸", "深圳市云霄物流有限责任公司（总部）, 云霄物流", "廣州市时代財富物流有限责任公司, 时代财富物流", "长沙星 之旅农业发展股份有限公司　, 星之旅农业发展",
        "成都文光集团投资管理股份有限公司, 文光投资管理", "阿里巴巴（中国）有限公司, 阿里巴巴", "腾讯科技(深圳)有限公司, 腾讯科技", "广东省广州市天河区榫卯软件有限公司, 榫卯软件", "上海公司, 上海", "榫卯北京分公司, 榫卯北京分公司",
        "Müller & Söhne G.m.b.H., mullersohne", "Acme Corp., acme", "The Acme Co Ltd, acme", "ACME Holdings Pty. Ltd., acme", "Siemens AG, siemens", "Limited, limited"})
    void aCompanysOwnWordsRemain(String written, String own) {
        assertThat(Forms.of(Match.COMPANY, written)).containsExactly(own);
    }

    @ParameterizedTest
    @CsvSource({"张伟, 章伟, ALIKE", "张伟, Wei Zhang, ALIKE", "張偉先生, 张伟, SAME", "John Smith, 'Smith, John', SAME", "Dr. José Núñez, Jose Nunez, SAME",
        "kayla harrington, kayla harringtn, ALIKE", "张伟, 李娜, DIFFERENT", "john smith, mary jones, DIFFERENT"})
    void peopleAreKnownByAnyOrderOfTheirNames(String a, String b, Degree degree) {
        assertThat(Comparison.of(Match.PERSON, Forms.of(Match.PERSON, a), Forms.of(Match.PERSON, b))).isEqualTo(degree);
    }

    @ParameterizedTest
    @CsvSource({"广东省深圳市南山区科技路1号, 南山区科技路 1 号, SAME", "中山路642号, 中山路643号, DIFFERENT", "6 tullaroop street, 6 tularoop street, ALIKE"})
    void addressesNeedTheSameNumbers(String a, String b, Degree degree) {
        assertThat(Comparison.of(Match.ADDRESS, Forms.of(Match.ADDRESS, a), Forms.of(Match.ADDRESS, b))).isEqualTo(degree);
    }

    @Test
    void anotherCodeOutweighsTheNameAndEveryReasonIsNamed() {
        TypeInfo type = Types.of(Company.class);
        Profile ours = Profile.of(type, Map.<String, Object>of("name", "榫卯软件有限公司", "code", "91440101MA5D00000A", "phones", List.of(Map.of("kind", "office", "value", "021-63583907")))::get);
        Profile same = Profile.of(type, Map.<String, Object>of("name", "上海榫卯软件股份有限公司", "phones", List.of("63583907", "+86 21 63583907"))::get);
        Profile other = Profile.of(type, Map.<String, Object>of("name", "榫卯软件公司", "code", "91310000MA1F00000B")::get);
        assertThat(ours.compare(same)).satisfies(score -> {
            assertThat(score.likely()).isTrue();
            assertThat(score.reasons()).extracting(Score.Reason::field).containsExactly("name", "phones");
        });
        assertThat(ours.compare(other).possible()).isFalse();
        assertThat(ours.blocks()).containsAll(List.of("n:sunmaoruanjian", "code:91440101ma5d00000a", "p:3583907"));
    }

    @Test
    void aNameAloneIsAHintAndABirthdayMakesItLikely() {
        TypeInfo type = Types.of(Person.class);
        Profile a = Profile.of(type, Map.<String, Object>of("name", "张伟", "born", "1985-03-21")::get);
        Profile b = Profile.of(type, Map.<String, Object>of("name", "張偉")::get);
        Profile c = Profile.of(type, Map.<String, Object>of("name", "张伟", "born", "1985-03-21")::get);
        assertThat(a.compare(b)).satisfies(score -> assertThat(score.possible() && !score.likely()).isTrue());
        assertThat(a.compare(c).likely()).isTrue();
    }
}

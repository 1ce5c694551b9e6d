package org.tenon.records.dictionary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tenon.sdk.record.Dictionary.Item;
import org.tenon.sdk.record.Dictionary;
import org.tenon.sdk.record.DictionaryContribution;
import org.tenon.sdk.text.Labels;

class DictionariesTest {

    private final Labels labels = (area, key, locale, args) -> area.equals("crm") && key.equals("dictionary.level.a") && locale == Locale.ENGLISH
            ? Optional.of("Level A") : Optional.empty();
    private final Dictionaries dictionaries = new Dictionaries(labels);

    @Test
    void regionsHaveNamesInThreeLanguages() {
        assertThat(dictionaries.path("core.region", "440106", Locale.SIMPLIFIED_CHINESE)).isEqualTo("广东省 广州市 天河区");
        assertThat(dictionaries.path("core.region", "440106", Locale.TRADITIONAL_CHINESE)).isEqualTo("廣東省 廣州市 天河區");
        assertThat(dictionaries.path("core.region", "440106", Locale.ENGLISH)).isEqualTo("Guangdong Guangzhou Tianhe District");
        assertThat(dictionaries.path("core.region", "310115", Locale.SIMPLIFIED_CHINESE)).isEqualTo("上海市 浦东新区");
        assertThat(dictionaries.path("core.region", "810001", Locale.ENGLISH)).startsWith("Hong Kong ");
        assertThat(dictionaries.label("core.region", "71", Locale.ENGLISH)).isEqualTo("Taiwan");
        assertThat(dictionaries.label("core.region", "15", Locale.ENGLISH)).isEqualTo("Inner Mongolia");
        assertThat(dictionaries.label("core.region", "54", Locale.ENGLISH)).isEqualTo("Tibet");
        assertThat(dictionaries.label("core.region", "14", Locale.ENGLISH)).isEqualTo("Shanxi");
        assertThat(dictionaries.label("core.region", "61", Locale.ENGLISH)).isEqualTo("Shaanxi");
        assertThat(dictionaries.label("core.region", "50", Locale.ENGLISH)).isEqualTo("Chongqing");
        assertThat(dictionaries.path("core.region", "999999", Locale.ENGLISH)).isEqualTo("999999");
        assertThat(dictionaries.find("core.region").orElseThrow().items()).hasSizeGreaterThan(3_300)
                .allSatisfy(item -> assertThat(item.labels()).hasSize(3))
                .allSatisfy(item -> assertThat(item.labels().get(Locale.ENGLISH)).matches("[A-Za-zÜü' ]+"));
    }

    @Test
    void labelsComeFromTheItemElseFromTheAreaElseTheyAreTheValue() {
        DictionaryContribution levels = () -> List.of(new Dictionary("crm.level", List.of(Item.of("a"), Item.of("b"))));
        dictionaries.add(levels);
        assertThat(dictionaries.label("crm.level", "a", Locale.ENGLISH)).isEqualTo("Level A");
        assertThat(dictionaries.label("crm.level", "b", Locale.ENGLISH)).isEqualTo("b");
        assertThat(dictionaries.label("crm.level", "gone", Locale.ENGLISH)).isEqualTo("gone");
        assertThat(dictionaries.label("core.phoneKind", "fax", Locale.SIMPLIFIED_CHINESE)).isEqualTo("传真");
        assertThat(dictionaries.has("crm.level", "a")).isTrue();
        dictionaries.remove(levels);
        assertThat(dictionaries.find("crm.level")).isEmpty();
    }
}

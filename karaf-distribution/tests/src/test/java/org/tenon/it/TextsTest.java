package org.tenon.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every text of every bundle exists in English, Simplified and Traditional Chinese. */
class TextsTest {

    private static final Path BUNDLES = Path.of(System.getProperty("tenon.root", "../..")).resolve("bundles");

    @Test
    void noTextIsMissingInAnyLanguage() throws IOException {
        List<Path> english = files("_en.properties");
        assertThat(english).isNotEmpty();
        for (Path file : english) {
            Properties en = load(file);
            for (String language : List.of("zh_CN", "zh_TW")) {
                Path other = Path.of(file.toString().replace("_en.properties", "_" + language + ".properties"));
                Properties translated = load(other);
                assertThat(required(translated)).as(other.toString()).isEqualTo(required(en));
                assertThat(translated.values()).as(other.toString()).noneMatch(text -> text.toString().isBlank());
            }
        }
    }

    @Test
    void traditionalTextsHaveNoSimplifiedCharacters() throws IOException {
        for (Path file : files("_zh_TW.properties")) {
            assertThat(String.join("\n", load(file).values().stream().map(Object::toString).toList())).as(file.toString())
                .doesNotContainPattern("[们这说时会员务财报销户联电话证审签经现设权]");
        }
    }

    /** Further headers an import understands differ from language to language. */
    private static Set<String> required(Properties texts) {
        return texts.stringPropertyNames().stream().filter(key -> !key.endsWith(".aliases")).collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Path> files(String ending) throws IOException {
        try (Stream<Path> all = Files.walk(BUNDLES)) {
            return all.filter(file -> file.toString().contains("src/main/resources/i18n/") && file.toString().endsWith(ending)).toList();
        }
    }

    private static Properties load(Path file) {
        Properties texts = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            texts.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}

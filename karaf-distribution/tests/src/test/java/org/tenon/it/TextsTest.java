package org.tenon.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every text of every bundle and of the SDK exists in English, Simplified and Traditional Chinese. */
class TextsTest {

    private static final Path ROOT = Path.of(System.getProperty("tenon.root", "../.."));
    private static final List<Path> SOURCES = List.of(ROOT.resolve("bundles"), ROOT.resolve("plugin-sdk"));
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");

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

    /** Reasons and findings are kept as keys of these texts. */
    @Test
    void everySentenceThatIsSaidHasATextAndEveryTextIsSaid() throws IOException {
        assertThat(said(ROOT.resolve("plugin-sdk/lint/src/main/java"), "lint."))
            .isEqualTo(load(ROOT.resolve("plugin-sdk/lint/src/main/resources/org/tenon/sdk/lint/text/lint_en.properties")).stringPropertyNames());
        assertThat(said(ROOT.resolve("bundles/platform-plugins/src/main/java"), "plugins.")).isNotEmpty()
            .isEqualTo(load(ROOT.resolve("bundles/platform-plugins/src/main/resources/i18n/plugins_en.properties")).stringPropertyNames().stream()
                .filter(key -> key.startsWith("said.")).collect(Collectors.toSet()));
    }

    @Test
    void everyLanguageSaysTheSameThings() throws IOException {
        for (Path file : files("_en.properties")) {
            Properties en = load(file);
            for (String language : List.of("zh_CN", "zh_TW")) {
                Properties translated = load(Path.of(file.toString().replace("_en.properties", "_" + language + ".properties")));
                for (String key : required(en)) {
                    assertThat(places(translated.getProperty(key))).as(language + " " + key + " of " + file).isEqualTo(places(en.getProperty(key)));
                }
            }
        }
    }

    /** Keys of sentences in the source, without the name of their file. */
    private static Set<String> said(Path sources, String file) throws IOException {
        Pattern key = Pattern.compile("\"" + Pattern.quote(file) + "((?:said\\.)?[a-z]\\w*(?:\\.\\w+)?)\"");
        Set<String> said = new TreeSet<>();
        try (Stream<Path> all = Files.walk(sources)) {
            for (Path java : all.filter(path -> path.toString().endsWith(".java")).toList()) {
                key.matcher(Files.readString(java)).results().map(found -> found.group(1)).filter(name -> file.equals("lint.") || name.startsWith("said.")).forEach(said::add);
            }
        }
        return said;
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
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
        List<Path> found = new ArrayList<>();
        for (Path sources : SOURCES) {
            try (Stream<Path> all = Files.walk(sources)) {
                all.filter(file -> file.toString().matches(".*/src/main/resources/(i18n|archetype-resources/.*|org/tenon)/.*") && file.toString().endsWith(ending))
                    .forEach(found::add);
            }
        }
        return found;
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

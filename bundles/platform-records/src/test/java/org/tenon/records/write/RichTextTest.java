package org.tenon.records.write;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RichTextTest {

    private static final String KEPT = "p|br|b|strong|i|em|u|s|h1|h2|h3|h4|ul|ol|li|blockquote|pre|code|a|table|thead|tbody|tr|th|td|hr";

    /** All that may ever be stored: text without angle brackets, tags without attributes, links to the web or a mailbox. */
    private static final Pattern HARMLESS = Pattern.compile("(?:[^<>]|</?(?:" + KEPT + ")>|<a href=\"(?:https?://|mailto:)[^\\s<>\"'`]+\" rel=\"noopener noreferrer\">)*",
            Pattern.CASE_INSENSITIVE);

    /** The same as the shell's tests read. */
    static List<String> attacks() {
        try (var in = Objects.requireNonNull(RichTextTest.class.getResourceAsStream("/richText/attacks.json"))) {
            return List.of(new ObjectMapper().readValue(in, String[].class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void nothingButHarmlessPiecesAreKept(String attack) {
        assertThat(RichText.clean(attack)).matches(HARMLESS);
        assertThat(RichText.clean("<p>before</p>" + attack + "<p>after</p>")).matches(HARMLESS).startsWith("<p>before</p>");
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void whatIsKeptStaysAsItIsWhenItIsWrittenAgain(String attack) {
        String once = RichText.clean(attack);
        assertThat(RichText.clean(once)).isEqualTo(once);
    }

    @Test
    void whatTheEditorWritesComesBackAsItIs() {
        String written = "<h3>报价</h3><p><strong>含税</strong> <em>单价</em></p><ul><li><p>甲</p></li></ul><ol><li><p>乙</p></li></ol><blockquote><p>引</p></blockquote>"
                + "<p>a<br>b</p><table><tbody><tr><th><p>1</p></th><td><p>2</p></td></tr></tbody></table><hr>";
        assertThat(RichText.of(written)).isEqualTo(written);
        assertThat(RichText.of("<p><a href=\"https://tenon.example/?a=1&amp;b=2\">x</a></p>"))
                .isEqualTo("<p><a href=\"https://tenon.example/?a=1&amp;b=2\" rel=\"noopener noreferrer\">x</a></p>");
    }

    @ParameterizedTest
    @CsvSource({"'一行\n两行', <p>一行</p><p>两行</p>", "1 < 2 & 3 > 2, <p>1 &lt; 2 &amp; 3 &gt; 2</p>", "'<张三> 说', <p>&lt;张三&gt; 说</p>", "'a\r\n\r\nb', <p>a</p><p></p><p>b</p>"})
    void textWithoutATagIsPlainAndItsLinesAreParagraphs(String given, String kept) {
        assertThat(RichText.of(given)).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<p></p>", "<p> &nbsp; </p><p><br></p>", "<script>alert(1)</script>", "<img src=x>", "<ul><li><p></p></li></ul>"})
    void whatShowsNothingIsEmpty(String given) {
        assertThat(RichText.of(given)).isNull();
    }

    @Test
    void aRuleIsSomething() {
        assertThat(RichText.of("<hr>")).isEqualTo("<hr>");
    }
}

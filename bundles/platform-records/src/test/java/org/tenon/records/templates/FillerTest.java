package org.tenon.records.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.record.RecordView;

class FillerTest {

    private static final Map<String, Object> VALUES = Filler.values(new RecordView(new RecordId(1), 1, Map.of("_title", "蓝博 & <Co>", "name", "蓝博 & <Co>",
            "industry", "it", "phones", List.of(Map.of("kind", "mobile", "value", "138"), Map.of("kind", "office", "value", "021")), "tags", List.of("重点"),
            "active", true, "closed", false, "price", Map.of("amount", "12.5000", "currency", "CNY"), "secret", "***", "_labels", Map.of("industry", "信息技术"))));

    @Test
    void placeholdersSectionsAndListsAreFilled() {
        assertThat(Filler.fill("body", "{{name}}/{{industry}}/{{price}}/{{secret}}/{{unknown}}", false, VALUES)).isEqualTo("蓝博 & <Co>/信息技术/12.5000 CNY/***/");
        assertThat(Filler.fill("body", "{{#phones}}[{{value}}]{{/phones}}{{#tags}}({{value}}){{/tags}}", false, VALUES)).isEqualTo("[138][021](重点)");
        assertThat(Filler.fill("body", "{{#active}}yes{{/active}}{{#closed}}no{{/closed}}{{^unknown}}none{{/unknown}}{{#industry}}it{{/industry}}", false, VALUES)).isEqualTo("yesnoneit");
    }

    @Test
    void valuesAreEscapedAndHtmlIsCleaned() {
        assertThat(Filler.fill("body", "<p onclick=\"x\">{{name}}</p><script>alert(1)</script>", true, VALUES)).isEqualTo("<p>蓝博 &amp; &lt;Co&gt;</p>");
        assertThat(Filler.fill("body", "{{{name}}}", true, VALUES)).as("never as HTML of its own").doesNotContain("<Co>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{name.class}}", "{{name.getClass}}", "{{name.bytes}}", "{{phones.class}}", "{{name.length}}"})
    void nothingButValuesIsReached(String text) {
        assertThat(Filler.fill("body", text, false, VALUES)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{#name}}", "{{/name}}", "{{>other}}"})
    void wrongTemplatesAreRefused(String text) {
        TenonException refused = catchThrowableOfType(TenonException.class, () -> Filler.fill("body", text, false, VALUES));
        assertThat(refused.errors().get(0).field()).isEqualTo("body");
    }
}

package org.tenon.records.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tenon.records.write.Forest.GUEST;
import static org.tenon.records.write.Forest.asKeeper;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.tenon.records.write.Forest;
import org.tenon.sdk.Kind;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.record.RecordId;
import org.tenon.testkit.BothDatabases;
import org.tenon.testkit.TestDatabase;

/** A record on paper or in a mail says no more than its page does. */
class TemplatesTest {

    private static final String TYPE = "sample.tree";
    private static final String BODY = "{{name}}|{{age}}|{{#age}}old{{/age}}{{^age}}unknown{{/age}}|{{#phones}}{{value}};{{/phones}}|{{notes}}|{{title}}";

    private final TestDatabase database;
    private Forest forest;
    private Templates templates;
    private RecordId oak = RecordId.next();

    TemplatesTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void open() {
        forest = new Forest(database);
        templates = forest.engine().templates();
        oak = asKeeper(() -> forest.trees().create(Map.of("name", "老橡树", "age", 412, "notes", "门前",
                "phones", List.of(Map.of("kind", "office", "value", "021-63583907"))))).id();
    }

    @AfterEach
    void close() {
        forest.close();
    }

    private static TemplatesResource.Wish wish(String sort, @Nullable String subject, String body) {
        return new TemplatesResource.Wish("证明", sort, TYPE, subject, body, false, 0);
    }

    @BothDatabases
    void hiddenFieldsAreEmptyAndMaskedOnesMaskedForWhoeverFillsIt() {
        RecordId template = asKeeper(() -> RecordId.of((String) java.util.Objects.requireNonNull(templates.create(wish("mail", "{{age}} {{name}}", BODY)).get("id"))));
        Map<String, @Nullable Object> whole = asKeeper(() -> templates.fill(template, oak));
        assertThat(whole).containsEntry("subject", "412 老橡树");
        assertThat(String.valueOf(whole.get("body"))).contains("老橡树|412|old|021-63583907;|门前|老橡树");

        Map<String, @Nullable Object> limited = GUEST.run(() -> templates.fill(template, oak));
        assertThat(limited).containsEntry("subject", " 老橡树");
        assertThat(String.valueOf(limited.get("body"))).contains("老橡树||unknown|").contains("|门前|老橡树").doesNotContain("412").doesNotContain("6358");
        assertThat(GUEST.run(() -> templates.preview(wish("message", null, BODY), oak)).toString()).doesNotContain("412").doesNotContain("6358");
    }

    @BothDatabases
    void aHiddenTitleStandsNowhereOnTheSheet() {
        forest.hide("name");
        Map<String, @Nullable Object> sheet = GUEST.run(() -> templates.preview(wish("print", null, "{{name}}{{title}}{{_title}}{{#_labels}}{{name}}{{/_labels}}"), oak));
        assertThat(sheet.toString()).doesNotContain("老橡树");
    }

    @BothDatabases
    void aRecordOneMayNotReadFillsNothing() {
        asKeeper(() -> {
            forest.trees().delete(oak, null);
            return true;
        });
        assertThatThrownBy(() -> GUEST.run(() -> templates.preview(wish("message", null, BODY), oak)))
                .isInstanceOfSatisfying(TenonException.class, refusal -> assertThat(refusal.kind()).isEqualTo(Kind.NOT_FOUND));
    }
}

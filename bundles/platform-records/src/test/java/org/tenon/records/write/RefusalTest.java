package org.tenon.records.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.tenon.records.write.Forest.asKeeper;
import static org.tenon.records.write.Forest.tree;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.tenon.records.sample.Tree;
import org.tenon.sdk.FieldError;
import org.tenon.sdk.Kind;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.record.Changes;
import org.tenon.sdk.record.Problems;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.record.RecordRules;
import org.tenon.sdk.record.RecordView;
import org.tenon.testkit.BothDatabases;
import org.tenon.testkit.TestDatabase;

/** Bad input: every refusal names its field, and nothing is stored. */
class RefusalTest {

    private final TestDatabase database;
    private Forest forest;

    RefusalTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void open() {
        forest = new Forest(database);
    }

    @AfterEach
    void close() {
        forest.close();
    }

    private record Bad(String field, Object value, String code) {
    }

    private static List<Bad> bad() {
        RecordId nowhere = RecordId.next();
        List<Object> many = new ArrayList<>();
        for (int i = 0; i < 101; i++) {
            many.add("t" + i);
        }
        return List.of(new Bad("colour", "red", "unknownField"), new Bad("titleKey", "x", "unknownField"), new Bad("version", 7, "unknownField"),
                new Bad("id", nowhere.toString(), "readOnly"), new Bad("createdAt", "2026-11-23T00:00:00Z", "readOnly"),
                new Bad("deletedAt", "2026-11-23T00:00:00Z", "readOnly"), new Bad("felledAt", "2026-11-23T00:00:00Z", "readOnly"),
                new Bad("code", 5L, "text"), new Bad("code", List.of(), "text"), new Bad("code", "x".repeat(201), "tooLong"),
                new Bad("code", "a\u0000b", "characters"), new Bad("code", "a\ud83cb", "characters"), new Bad("code", "b\udf33", "characters"),
                new Bad("code", "a\nb", "oneLine"), new Bad("story", "x".repeat(20_001), "tooLong"), new Bad("age", "5", "number"),
                new Bad("age", new BigDecimal("1.5"), "number"), new Bad("age", true, "number"), new Bad("age", -1L, "tooSmall"), new Bad("age", 5001L, "tooLarge"),
                new Bad("age", BigInteger.TEN.pow(30), "tooLarge"), new Bad("rings", 3_000_000_000L, "tooLarge"), new Bad("height", 1.5, "decimal"),
                new Bad("height", "1,000.00", "decimal"), new Bad("height", "1e5", "decimal"), new Bad("height", "-0.0001", "tooSmall"),
                new Bad("height", "0.00001", "scale"), new Bad("height", "1" + "0".repeat(15), "tooManyDigits"), new Bad("price", "5", "money"),
                new Bad("price", Map.of("amount", "5"), "money"), new Bad("price", Map.of("amount", "x", "currency", "CNY"), "decimal"),
                new Bad("price", Map.of("amount", "5", "currency", "RMB"), "currency"), new Bad("price", Map.of("amount", "5", "currency", "CNY", "x", 1), "money"),
                new Bad("evergreen", "true", "boolean"), new Bad("evergreen", 1L, "boolean"), new Bad("planted", "2023-02-30", "date"),
                new Bad("planted", "2026/1/5", "date"), new Bad("planted", 5L, "date"), new Bad("planted", "10000-01-01", "date"),
                new Bad("watered", "25:00:00", "time"), new Bad("seen", "2026-11-23", "dateTime"), new Bad("seen", "2026-11-23T09:00:00", "dateTime"),
                new Bad("kind", "elm", "choice"), new Bad("uses", "timber", "list"), new Bad("uses", List.of("timber", "fun"), "choice"),
                new Bad("parent", nowhere.toString(), "reference"), new Bad("parent", "xyz", "reference"), new Bad("parent", 5L, "reference"),
                new Bad("about", Map.of("type", "sample.tree", "id", nowhere.toString()), "reference"),
                new Bad("about", Map.of("type", "no.such", "id", nowhere.toString()), "reference"), new Bad("about", nowhere.toString(), "reference"),
                new Bad("siblings", List.of(nowhere.toString()), "reference"), new Bad("phone", "call me", "phone"), new Bad("phone", "12", "phone"),
                new Bad("email", "not-an-address", "email"), new Bad("email", "a@b", "email"), new Bad("email", "a b@c.example", "email"),
                new Bad("phones", List.of("021"), "phones"), new Bad("phones", List.of(Map.of("kind", "office", "value", "x")), "phone"),
                new Bad("phones", List.of(Map.of("kind", "smoke", "value", "12345")), "kind"), new Bad("phones", List.of(Map.of("kind", "office", "nr", "12345")), "phones"),
                new Bad("emails", List.of(Map.of("kind", "work", "value", "x")), "email"), new Bad("site", "javascript:alert(1)", "url"),
                new Bad("site", "www.a.example", "url"), new Bad("region", "999999", "region"), new Bad("region", "广东", "region"),
                new Bad("tags", List.of("x".repeat(64)), "tooLong"), new Bad("tags", List.of(1L), "list"), new Bad("tags", many, "tooMany"));
    }

    @BothDatabases
    void badValuesAreRefusedByFieldAndNothingIsStored() {
        RecordView made = asKeeper(() -> forest.trees().create(tree("fine")));
        long changes = forest.count("records_change");
        for (Bad bad : bad()) {
            TenonException onCreate = refused(() -> forest.trees().create(Map.of("name", "x", bad.field(), bad.value())));
            assertThat(onCreate.errors()).as("%s = %s", bad.field(), bad.value()).extracting(FieldError::field, FieldError::code)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple(bad.field(), bad.code()));
            assertThat(onCreate.errors().get(0).message()).doesNotStartWith("problem.");
            TenonException onUpdate = refused(() -> forest.trees().update(made.id(), 1, Map.of("name", "y", bad.field(), bad.value())));
            assertThat(onUpdate.errors()).extracting(FieldError::code).containsExactly(bad.code());
        }
        assertThat(forest.count("sample_tree")).isEqualTo(1);
        assertThat(forest.count("records_change")).isEqualTo(changes);
        assertThat(asKeeper(() -> forest.trees().get(made.id()))).isEqualTo(made);
    }

    @BothDatabases
    void allErrorsComeTogetherThoseOfRulesToo() {
        forest.engine().rules(new RecordRules<Tree>() {
            @Override
            public Class<Tree> type() {
                return Tree.class;
            }

            @Override
            public void validate(Tree item, Changes changes, Problems problems) {
                problems.refuse("notes", "hollow", 12);
            }
        });
        Map<String, Object> values = new HashMap<>(Map.of("name", "  \u3000 ", "age", "x", "colour", "red"));

        TenonException refusal = refused(() -> forest.trees().create(values));

        assertThat(refusal.errors()).extracting(FieldError::field, FieldError::code).containsExactlyInAnyOrder(
                org.assertj.core.groups.Tuple.tuple("name", "required"), org.assertj.core.groups.Tuple.tuple("age", "number"),
                org.assertj.core.groups.Tuple.tuple("colour", "unknownField"), org.assertj.core.groups.Tuple.tuple("notes", "hollow"));
        assertThat(refusal.errors()).filteredOn(error -> error.code().equals("hollow")).extracting(FieldError::message)
                .containsExactly("A tree of 12 years is not hollow");
        assertThat(forest.count("sample_tree")).isZero();
    }

    @BothDatabases
    void fieldsTheCallerMayNotWriteAreRefusedNotIgnored() {
        RecordView mine = Forest.GUEST.run(() -> forest.trees().create(tree("mine")));
        for (String field : List.of("code", "phones")) {
            TenonException refusal = catchThrowableOfType(TenonException.class,
                    () -> Forest.GUEST.run(() -> forest.trees().update(mine.id(), 1, Map.of(field, "x"))));
            assertThat(refusal.errors()).extracting(FieldError::code).containsExactly("readOnly");
        }
        TenonException hidden = catchThrowableOfType(TenonException.class,
                () -> Forest.GUEST.run(() -> forest.trees().update(mine.id(), 1, Map.of("age", 5L))));
        assertThat(hidden.errors()).extracting(FieldError::code).containsExactly("unknownField");
        assertThat(hidden.errors().get(0).message()).isEqualTo("没有这个字段");

        RecordView others = asKeeper(() -> forest.trees().create(tree("other's")));
        assertThat(catchThrowableOfType(TenonException.class, () -> Forest.GUEST.run(() -> forest.trees().update(others.id(), 1, tree("stolen")))).kind())
                .isEqualTo(Kind.FORBIDDEN);
        assertThat(catchThrowableOfType(TenonException.class, () -> Forest.GUEST.run(() -> {
            forest.trees().delete(others.id(), null);
            return true;
        })).kind()).isEqualTo(Kind.FORBIDDEN);
        assertThat(catchThrowableOfType(TenonException.class, () -> Forest.GUEST.run(() -> forest.leaves().get(others.id()))).kind()).isEqualTo(Kind.NOT_FOUND);
    }

    @BothDatabases
    void textsAreStrippedAndHtmlIsMadeHarmless() {
        RecordView made = asKeeper(() -> forest.trees().create(Map.of("name", " \u3000a ", "code", "   ",
                "article", "<p onclick=x>Hi <script>alert(1)</script><a href='javascript:x'>a</a> & <b>b<img src=x onerror=y></p>1 < 2")));
        assertThat(made.json()).containsEntry("name", "a").doesNotContainKey("code")
                .containsEntry("article", "<p>Hi <a>a</a> &amp; <b>b</b></p>1 &lt; 2");
    }

    @BothDatabases
    void aBodyOfNullIsRefusedAsUnreadable() {
        assertThat(catchThrowableOfType(TenonException.class, () -> asKeeper(() -> forest.trees().create(null))).kind()).isEqualTo(Kind.UNREADABLE);
    }

    private static TenonException refused(java.util.function.Supplier<?> work) {
        TenonException refusal = catchThrowableOfType(TenonException.class, () -> asKeeper(work));
        assertThat(refusal).isNotNull();
        assertThat(refusal.kind()).isEqualTo(Kind.INVALID);
        return refusal;
    }
}

package org.tenon.records.dictionary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.tenon.persistence.DatabaseConfig;
import org.tenon.persistence.PersistenceUnit;
import org.tenon.persistence.standalone.StandalonePersistence;
import org.tenon.records.dictionary.DictionaryWish.Value;
import org.tenon.records.log.ChangeLog;
import org.tenon.sdk.Kind;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.record.Dictionary;
import org.tenon.sdk.record.Dictionary.Item;
import org.tenon.sdk.record.DictionaryContribution;
import org.tenon.testkit.BothDatabases;
import org.tenon.testkit.TestDatabase;

/** What administrators make of dictionaries, and what an area's update makes of that. */
class DictionaryEditorTest {

    private static final String NAME = "sample.kind";
    private static final Locale ZH = Locale.SIMPLIFIED_CHINESE;

    private final TestDatabase database;
    private StandalonePersistence persistence;
    private PersistenceUnit ours;
    private Dictionaries dictionaries;
    private DictionaryEditor editor;
    private DictionaryContribution brought = brings(item("oak", "橡树"), item("fir", "冷杉"));

    DictionaryEditorTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void open() {
        persistence = StandalonePersistence.open(DatabaseConfig.of(database.url(), database.user(), database.password()));
        ours = persistence.unit("records", ChangeLog.class);
        dictionaries = new Dictionaries((area, key, locale, args) -> java.util.Optional.empty());
        dictionaries.add(brought);
        editor = new DictionaryEditor(persistence.db(), ours, dictionaries, (area, key, locale, args) -> java.util.Optional.empty());
    }

    @AfterEach
    void close() {
        editor.close();
        persistence.close();
    }

    private static Item item(String value, String label) {
        return new Item(value, null, null, Map.of(ZH, label, Locale.TRADITIONAL_CHINESE, label, Locale.ENGLISH, value));
    }

    private static DictionaryContribution brings(Item... items) {
        return () -> List.of(new Dictionary(NAME, List.of(items)));
    }

    private static Value value(String value, @Nullable String label, @Nullable String parent, boolean retired) {
        return new Value(value, label == null ? Map.of() : Map.of("zh-CN", label), parent, null, retired);
    }

    private static DictionaryWish wish(int version, Value... values) {
        return new DictionaryWish(null, version, null, List.of(values));
    }

    private List<String> offered() {
        return dictionaries.find(NAME).orElseThrow().items().stream().filter(item -> !item.retired()).map(Item::value).toList();
    }

    @BothDatabases
    void editsHoldAndOutliveARestart() {
        editor.save(NAME, wish(0, value("fir", "杉树", null, false), value("silver", "银杉", "fir", false), value("oak", null, null, true)));
        assertThat(offered()).containsExactly("fir", "silver");
        assertThat(dictionaries.label(NAME, "fir", ZH)).isEqualTo("杉树");
        assertThat(dictionaries.label(NAME, "fir", Locale.ENGLISH)).as("not changed").isEqualTo("fir");
        assertThat(dictionaries.label(NAME, "silver", Locale.ENGLISH)).as("the only label there is").isEqualTo("银杉");
        assertThat(dictionaries.path(NAME, "silver", ZH)).isEqualTo("杉树 银杉");
        assertThat(dictionaries.retired(NAME, "oak")).isTrue();
        assertThat(dictionaries.label(NAME, "oak", ZH)).as("records keep and show it").isEqualTo("橡树");

        Dictionaries next = new Dictionaries((area, key, locale, args) -> java.util.Optional.empty());
        next.add(brought);
        try (DictionaryEditor again = new DictionaryEditor(persistence.db(), ours, next, (area, key, locale, args) -> java.util.Optional.empty())) {
            assertThat(next.label(NAME, "fir", ZH)).isEqualTo("杉树");
            assertThat(next.retired(NAME, "oak")).isTrue();
        }
    }

    @BothDatabases
    void anAreasUpdateAddsValuesAndLeavesEditsAlone() {
        editor.save(NAME, wish(0, value("fir", "杉树", null, false), value("oak", null, null, true)));
        dictionaries.replace(brought, brings(item("oak", "栎树"), item("fir", "冷杉属"), item("elm", "榆树")));
        assertThat(offered()).containsExactly("fir", "elm");
        assertThat(dictionaries.label(NAME, "fir", ZH)).as("own edits win").isEqualTo("杉树");
        assertThat(dictionaries.label(NAME, "oak", ZH)).as("what was not edited follows the area").isEqualTo("栎树");
    }

    @BothDatabases
    void whatTheAreaDropsStays() {
        editor.save(NAME, wish(0, value("oak", "老橡树", null, false), value("fir", null, null, false)));
        dictionaries.replace(brought, brings(item("fir", "冷杉")));
        assertThat(dictionaries.label(NAME, "oak", ZH)).isEqualTo("老橡树");
    }

    @BothDatabases
    void aResetGoesBackAndRetiresOwnValues() {
        editor.save(NAME, wish(0, value("fir", "杉树", null, false), value("oak", null, null, true), value("silver", "银杉", null, false)));
        editor.reset(NAME);
        assertThat(offered()).containsExactly("oak", "fir");
        assertThat(dictionaries.label(NAME, "fir", ZH)).isEqualTo("冷杉");
        assertThat(dictionaries.label(NAME, "silver", ZH)).isEqualTo("银杉");
        assertThat(dictionaries.retired(NAME, "silver")).isTrue();
    }

    @BothDatabases
    void onesOwnDictionaryIsMadeAndChanged() {
        String name = editor.create(new DictionaryWish("channel", 0, Map.of("zh-CN", "渠道"), List.of(value("web", "网站", null, false))));
        assertThat(name).isEqualTo("own.channel");
        assertThat(dictionaries.label(name, "web", ZH)).isEqualTo("网站");
        editor.save(name, new DictionaryWish(null, 1, Map.of("zh-CN", "来源渠道"), List.of(value("fair", "展会", null, false), value("web", null, null, true))));
        assertThat(editor.form(name, ZH)).containsEntry("label", "来源渠道").containsEntry("version", 2);
        assertThatThrownBy(() -> editor.reset(name)).isInstanceOfSatisfying(TenonException.class, e -> assertThat(e.kind()).isEqualTo(Kind.CONFLICT));
        assertThatThrownBy(() -> editor.create(new DictionaryWish("channel", 0, Map.of("en", "x"), List.of())))
                .isInstanceOfSatisfying(TenonException.class, e -> assertThat(e.kind()).isEqualTo(Kind.CONFLICT));
    }

    @BothDatabases
    void whatCannotBeIsRefusedAndNothingIsStored() {
        refused("items", wish(0, value("oak", null, null, false)));
        refused("items[1].value", wish(0, value("oak", null, null, false), value("oak", null, null, false), value("fir", null, null, false)));
        refused("items[0].value", wish(0, value("a b", null, null, false)));
        refused("items[0].parent", wish(0, value("oak", null, "elm", false), value("fir", null, null, false)));
        refused("items[0].parent", wish(0, value("oak", null, "fir", false), value("fir", null, "oak", false)));
        List<Value> many = new ArrayList<>();
        for (int i = 0; i <= DictionaryWish.MOST; i++) {
            many.add(value("v" + i, null, null, false));
        }
        refused("items", wish(0, many.toArray(Value[]::new)));
        assertThatThrownBy(() -> editor.save(NAME, wish(3, value("oak", null, null, false), value("fir", null, null, false))))
                .isInstanceOfSatisfying(TenonException.class, e -> assertThat(e.kind()).isEqualTo(Kind.STALE));
        assertThatThrownBy(() -> editor.form("core.region", ZH)).isInstanceOfSatisfying(TenonException.class, e -> assertThat(e.kind()).isEqualTo(Kind.NOT_FOUND));
        assertThat(offered()).containsExactly("oak", "fir");
    }

    private void refused(String field, DictionaryWish wish) {
        TenonException refusal = catchThrowableOfType(TenonException.class, () -> editor.save(NAME, wish));
        assertThat(refusal.errors().get(0).field()).isEqualTo(field);
    }
}

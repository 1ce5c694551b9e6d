package org.tenon.records.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tenon.records.write.Forest.asKeeper;

import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.tenon.records.imports.file.Workbooks;
import org.tenon.records.sample.Tree;
import org.tenon.records.write.Forest;
import org.tenon.sdk.Kind;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.job.Job.State;
import org.tenon.sdk.record.Changes;
import org.tenon.sdk.record.ImportCompanion;
import org.tenon.sdk.record.Problems;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.record.RecordQuery;
import org.tenon.sdk.record.RecordRules;
import org.tenon.testkit.BothDatabases;
import org.tenon.testkit.TestDatabase;

/** What rows become, and why some do not. */
class ImportTest {

    private static final String TREE = "sample.tree";
    private static final Map<String, Object> CREATE = Map.of("duplicates", "create");

    private final TestDatabase database;
    private Forest forest;
    private Loads loads;

    ImportTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void open() {
        forest = new Forest(database);
        forest.engine().companion(new Leaves());
        loads = new Loads(forest.engine());
    }

    @AfterEach
    void close() {
        forest.close();
    }

    /** The columns 联系人, 手机, 邮箱 make a leaf. */
    private static final class Leaves implements ImportCompanion {

        @Override
        public String type() {
            return "sample.tree";
        }

        @Override
        public String companion() {
            return "sample.leaf";
        }

        @Override
        public Map<String, String> columns() {
            return Map.of("name", "leaf.name", "phones", "leaf.phones", "emails", "leaf.emails");
        }

        @Override
        public Map<String, Object> values(RecordId main, Map<String, String> cells) {
            Map<String, Object> values = new HashMap<>(cells);
            values.put("tree", main);
            return values;
        }
    }

    @BothDatabases
    void cellsAreReadAsPeopleWriteThem() {
        asKeeper(() -> forest.trees().create(Map.of("name", "Mother", "code", "M-1")));
        RecordId id = asKeeper(() -> loads.loaded(TREE, "\uFEFFName;母樹;Age;HEIGHT;价格;Evergreen;planted;Kind;用途;Phones;tags;Province;城市;region?\r\n"
                + "\"A \"\"big\"\" one\";mother;1,200;\"12,345.5\";1,000.50 usd;是;2026/1/5;橡树;遮阴、Timber;021-63583907/13800138000;a;广东;广州;x\r\n", CREATE));

        assertThat(asKeeper(() -> loads.refused(id))).isEmpty();
        Map<String, Object> made = named("A \"big\" one");
        assertThat(made).containsAllEntriesOf(Map.of("age", 1200L, "height", "12345.5000", "price", Map.of("amount", "1000.5000", "currency", "USD"),
                "evergreen", true, "planted", "2026-01-05", "kind", "oak", "uses", List.of("shade", "timber"), "region", "4401"));
        assertThat(made.get("phones")).isEqualTo(List.of(Map.of("kind", "office", "value", "021-63583907"), Map.of("kind", "mobile", "value", "13800138000")));
        assertThat(((Map<?, ?>) made.get("_labels")).get("parent")).isEqualTo("Mother");
    }

    @BothDatabases
    void formatsSeparatorsLookUpsAndDefaultsAreChosen() {
        RecordId mother = asKeeper(() -> forest.trees().create(Map.of("name", "Mother", "code", "M-1"))).id();
        asKeeper(() -> forest.trees().create(Map.of("name", "Twin", "code", "T")));
        RecordId id = asKeeper(() -> loads.loaded(TREE, "n|d|h|t|p\noak|5.1.2026|1.234,5|a#b|M-1\nfir|13/12/2026|2,5|c|nobody\n", Map.of("duplicates", "create",
                "columns", List.of(column(0, "name"), column(1, "planted", "format", "dmy"), column(2, "height", "format", "comma"),
                        column(3, "tags", "separator", "#"), column(4, "parent", "by", "code")), "defaults", Map.of("kind", "oak"))));

        assertThat(asKeeper(() -> loads.refused(id))).containsExactly("3 parent: There is no such record");
        assertThat(named("oak")).containsAllEntriesOf(Map.of("planted", "2026-01-05", "height", "1234.5000", "tags", List.of("a", "b"), "parent",
                mother.toString(), "kind", "oak"));
    }

    @BothDatabases
    void refusalsNameTheLineTheRowBeginsOn() {
        RecordId id = asKeeper(() -> loads.loaded(TREE,
                "name,notes,age,planted\n\"one\",\"two\nlines\",1,\nragged,x\n\nfine,,2,2026年2月3日\nbad,\"a\nb\",old,2023-02-30\n,,,\n,x,,\nnul\0,,,\n", CREATE));

        assertThat(asKeeper(() -> loads.counts(id))).containsAllEntriesOf(Map.of("read", 6L, "created", 2L, "refused", 4L));
        assertThat(asKeeper(() -> loads.refused(id))).containsExactly("4 : The row has 2 cells, the header 4", "7 age: Expected a whole number",
                "7 planted: Not a date; write it as 2026-11-23", "10 name: This is required", "11 name: Contains characters that cannot be stored");
        assertThat(forest.count("sample_tree")).isEqualTo(2);
    }

    @BothDatabases
    void refusedRowsComeBackAsAFileThatLoadsOnceItIsPutRight() {
        byte[] old = "名称,年龄\n好树,1\n坏树,很老\n".getBytes(Charset.forName("GB18030"));
        Map<String, Object> columns = Map.of("columns", List.of(column(0, "name"), column(1, "age")), "duplicates", "create");
        RecordId id = asKeeper(() -> loads.begin(TREE, "树.csv", old, columns));
        asKeeper(() -> loads.run(id));

        String file = new String(asKeeper(() -> loads.refusedFile(id)), Charset.forName("GB18030"));
        assertThat(file).isEqualTo("名称,年龄,Why refused\r\n坏树,很老,年龄: Expected a whole number\r\n");
        RecordId again = asKeeper(() -> loads.begin(TREE, "again.csv", file.replace("很老", "900").getBytes(Charset.forName("GB18030")), columns));
        assertThat(asKeeper(() -> loads.run(again)).state()).isEqualTo(State.SUCCEEDED);
        assertThat(named("坏树")).containsEntry("age", 900L);

        byte[] book = Workbooks.of(List.of(List.of("name", "age"), List.of("x", "old")));
        RecordId sheet = asKeeper(() -> loads.begin(TREE, "t.xlsx", book, CREATE));
        asKeeper(() -> loads.run(sheet));
        RecordId third = asKeeper(() -> loads.begin(TREE, "refused.xlsx", loads.refusedFile(sheet), CREATE));
        assertThat(asKeeper(() -> loads.desk().get(third)).get("look").toString()).contains("name, age, Why refused").contains("old");
    }

    @BothDatabases
    void errorCellsAreRefusedByLineAndFormulasCountAsTheirValue() {
        byte[] book = Workbooks.edited(Workbooks.of(sheet -> {
            sheet.value(0, 0, "name");
            sheet.value(0, 1, "age");
            sheet.value(1, 0, "sum");
            sheet.value(1, 1, 7);
            sheet.value(2, 0, "broken");
            sheet.value(2, 1, 8);
        }), "xl/worksheets/sheet1.xml", xml -> xml.replaceFirst("(<c r=\"B2\"[^>]*)>(<v>7</v>)", "$1><f>3+4</f>$2")
                .replaceFirst("(<c r=\"B3\")[^>]*><v>8</v>", "$1 t=\"e\"><f>1/0</f><v>#DIV/0!</v>"));
        RecordId id = asKeeper(() -> loads.begin(TREE, "t.xlsx", book, CREATE));
        asKeeper(() -> loads.run(id));

        assertThat(asKeeper(() -> loads.refused(id))).containsExactly("3 age: The cell holds a calculation that failed");
        assertThat(named("sum")).containsEntry("age", 7L);
    }

    @BothDatabases
    void aRowWhosePlaceIsTakenIsRefusedAlone() {
        RecordId id = asKeeper(() -> loads.loaded(TREE, "name\na\nb\na\nc\n", CREATE));

        assertThat(asKeeper(() -> loads.counts(id))).containsAllEntriesOf(Map.of("created", 3L, "refused", 1L));
        assertThat(asKeeper(() -> loads.refused(id))).containsExactly("4 name: Another record has this already");
        assertThat(forest.count("records_change")).isEqualTo(3);
    }

    @BothDatabases
    void whatTheRulesOfARefusedRowWroteIsGone() {
        forest.engine().rules(new RecordRules<Tree>() {
            @Override
            public Class<Tree> type() {
                return Tree.class;
            }

            @Override
            public void validate(Tree tree, Changes changes, Problems problems) {
                if ("shedding".equals(tree.name())) {
                    RecordId other = forest.trees().page(RecordQuery.first(1)).items().get(0).id();
                    forest.leaves().create(Map.of("name", "stray", "tree", other));
                    problems.refuse("age", "hollow", 7);
                }
                if ("failing".equals(tree.name())) {
                    forest.leaves().create(Map.of());
                }
            }
        });
        asKeeper(() -> forest.trees().create(Map.of("name", "first")));

        RecordId id = asKeeper(() -> loads.loaded(TREE, "name\ngood\nshedding\nfailing\nbetter\n", CREATE));

        assertThat(asKeeper(() -> loads.counts(id))).containsAllEntriesOf(Map.of("created", 2L, "refused", 2L));
        assertThat(asKeeper(() -> loads.refused(id))).first().isEqualTo("3 age: A tree of 7 years is not hollow");
        assertThat(forest.count("sample_leaf")).isZero();
        assertThat(forest.count("sample_tree")).isEqualTo(3);
    }

    @BothDatabases
    void aPreviewSaysOfEveryRowWhatWouldBecomeOfItAndStoresNothing() {
        asKeeper(() -> forest.trees().create(Map.of("name", "oak", "code", "O", "age", 10L, "tags", List.of("a"))));
        asKeeper(() -> forest.trees().create(Map.of("name", "ash", "code", "A", "age", 10L)));
        RecordId id = asKeeper(() -> loads.begin(TREE, "code,name,age,tags\nO,oak,11,b\nA,ash,10,\nN,new,1,\nN,new,2,\nB,,3,\n",
                Map.of("mode", "createOrUpdate", "match", List.of("code"))));

        assertThat(asKeeper(() -> loads.check(id)).state()).isEqualTo(State.SUCCEEDED);

        List<Map<String, Object>> rows = asKeeper(() -> loads.rows(id, ""));
        assertThat(rows).extracting(row -> row.get("outcome")).containsExactly("updated", "unchanged", "created", "updated", "refused");
        assertThat(rows.get(0).get("changes").toString()).contains("field=age, old=10, new=11").contains("field=tags, old=[a], new=[a, b]");
        assertThat(rows.get(2)).containsEntry("title", "new");
        assertThat(rows.get(3)).containsEntry("record", null);
        assertThat(rows.get(3).get("changes").toString()).contains("field=age, old=1, new=2");
        assertThat(forest.count("sample_tree where age = 10")).isEqualTo(2);
        assertThat(forest.count("records_change")).isEqualTo(2);
        assertThat(asKeeper(() -> loads.state(id))).isEqualTo("checked");

        asKeeper(() -> loads.run(id));
        assertThat(asKeeper(() -> loads.counts(id))).containsAllEntriesOf(Map.of("created", 1L, "updated", 2L, "unchanged", 1L, "refused", 1L));
        assertThat(named("new")).containsEntry("age", 2L);
        assertThat(named("oak")).containsEntry("tags", List.of("a", "b"));
    }

    @BothDatabases
    void aPreviewSeesThatRowsFarApartTakeTheSamePlace() {
        String badge = (String) asKeeper(() -> forest.engine().fields().add(Map.of("type", TREE, "kind", "text", "labels", "badge", "unique", true))).get("name");
        asKeeper(() -> forest.trees().create(Map.of("name", "stored")));
        StringBuilder csv = new StringBuilder("name,badge\n");
        IntStream.range(0, 1_200).forEach(i -> csv.append(i == 700 ? "tree 3" : i == 1_100 ? "stored" : "tree " + i).append(",B").append(i == 1_150 ? 20 : i).append('\n'));
        Map<String, Object> options = Map.of("duplicates", "create", "columns", List.of(column(0, "name"), column(1, badge)));
        RecordId id = asKeeper(() -> loads.begin(TREE, csv.toString(), options));

        asKeeper(() -> loads.check(id));
        assertThat(asKeeper(() -> loads.refused(id))).containsExactly("702 name: Line 5 of the file has this already",
                "1102 name: Another record has this already", "1152 " + badge + ": Line 22 of the file has this already");
        assertThat(forest.count("sample_tree")).isEqualTo(1);

        asKeeper(() -> loads.run(id));
        assertThat(asKeeper(() -> loads.rows(id, "refused"))).extracting(row -> row.get("line")).containsExactly(702L, 1_102L, 1_152L);
        assertThat(asKeeper(() -> loads.counts(id))).containsAllEntriesOf(Map.of("created", 1_197L, "refused", 3L));
    }

    @BothDatabases
    void updateChangesOnlyWhatItFindsAndRefusesWhatIsNotClear() {
        asKeeper(() -> forest.trees().create(Map.of("name", "oak", "code", "O", "notes", "keep")));
        RecordId one = asKeeper(() -> forest.trees().create(Map.of("name", "ash 1", "code", "A"))).id();
        RecordId two = asKeeper(() -> forest.trees().create(Map.of("name", "ash 2", "code", "A"))).id();

        RecordId id = asKeeper(() -> loads.loaded(TREE, "code,age,notes\nO,5,\nA,6,x\nZ,7,x\n,8,x\n", Map.of("mode", "update", "match", List.of("code"))));

        assertThat(asKeeper(() -> loads.refused(id))).hasSize(3).anySatisfy(reason -> assertThat(reason).startsWith("3 ").contains(one.toString(), two.toString()))
                .contains("4 : No record matches", "5 : A field by which records are found is empty");
        assertThat(named("oak")).containsEntry("age", 5L).containsEntry("notes", "keep");
        assertThat(forest.count("sample_tree")).isEqualTo(3);

        RecordId clearing = asKeeper(() -> loads.loaded(TREE, "code,age,notes\nO,,\n", Map.of("mode", "update", "match", List.of("code"), "blanks", "clear")));
        assertThat(asKeeper(() -> loads.counts(clearing))).containsEntry("updated", 1L);
        assertThat(named("oak").get("notes")).isNull();
    }

    @BothDatabases
    void matchingSeesOnlyWhatTheCallerMaySee() {
        asKeeper(() -> forest.trees().create(Map.of("name", "oak", "age", 3L, "phones", List.of(Map.of("kind", "office", "value", "021-1234567")))));

        assertThatThrownBy(() -> Forest.GUEST.run(() -> loads.begin(TREE, "name\nx\n", Map.of())))
                .isInstanceOfSatisfying(TenonException.class, e -> assertThat(e.kind()).isEqualTo(Kind.FORBIDDEN));
        RecordId id = asKeeper(() -> loads.begin(TREE, "name,age\noak,3\n", Map.of("mode", "update", "match", List.of("age"))));
        assertThatThrownBy(() -> Forest.GUEST.run(() -> loads.desk().get(id))).isInstanceOfSatisfying(TenonException.class,
                e -> assertThat(e.kind()).isEqualTo(Kind.NOT_FOUND));
    }

    @BothDatabases
    void linkedRecordsAreMadeOnceAndTheirListsGrow() {
        forest.engine().companion(new Leaves());
        RecordId first = asKeeper(() -> loads.loaded(TREE, "name,leaf.name,code\noak,left,O\noak,right,O\n", Map.of("mode", "createOrUpdate", "match", List.of("code"),
                "columns", List.of(column(0, "name"), column(1, "sample.leaf#name"), column(2, "code")))));
        assertThat(asKeeper(() -> loads.counts(first))).containsAllEntriesOf(Map.of("created", 1L, "updated", 1L, "linked", 2L, "refused", 0L));
        RecordId second = asKeeper(() -> loads.loaded(TREE, "name,leaf,code,phone\noak,left,O,13800138000\n", Map.of("mode", "createOrUpdate", "match", List.of("code"),
                "columns", List.of(column(0, "name"), column(1, "sample.leaf#name"), column(2, "code"), column(3, "sample.leaf#phones")))));

        assertThat(asKeeper(() -> loads.refused(second))).isEmpty();
        assertThat(forest.count("sample_leaf")).isEqualTo(2);
        assertThat(forest.count("sample_leaf where phones is not null")).isEqualTo(1);

        asKeeper(() -> loads.undo(second));
        assertThat(forest.count("sample_leaf where phones is not null")).isZero();
        asKeeper(() -> loads.undo(first));
        assertThat(asKeeper(() -> loads.rows(first, "kept"))).extracting(row -> row.get("title")).containsExactly("left");
        assertThat(forest.count("sample_leaf where deleted_token = 0")).isEqualTo(1);
    }

    private static Map<String, Object> column(int column, String to, String... more) {
        Map<String, Object> json = new HashMap<>(Map.of("column", column, "to", to));
        if (more.length > 0) {
            json.put(more[0], more[1]);
        }
        return json;
    }

    private Map<String, Object> named(String name) {
        return asKeeper(() -> forest.trees().page(RecordQuery.first(1).where(Map.of("==", List.of(Map.of("var", "name"), name))))).items().get(0).json();
    }
}

package org.tenon.records.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.tenon.records.write.Forest.asKeeper;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.tenon.records.sample.Tree;
import org.tenon.records.write.Forest;
import org.tenon.sdk.Kind;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.record.Changes;
import org.tenon.sdk.record.ImportCompanion;
import org.tenon.sdk.record.ImportReport;
import org.tenon.sdk.record.ImportReport.Refusal;
import org.tenon.sdk.record.Problems;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.record.RecordQuery;
import org.tenon.sdk.record.RecordRules;
import org.tenon.testkit.BothDatabases;
import org.tenon.testkit.TestDatabase;

class ImportTest {

    private final TestDatabase database;
    private Forest forest;

    ImportTest(TestDatabase database) {
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
    void aFileOfChineseCustomersIsLoadedButForItsBadRows() throws IOException {
        Path file = Path.of(System.getenv().getOrDefault("TENON_DATA", "../../../shared/data")).resolve("customers-zh/customers-utf8bom.csv");
        assumeTrue(Files.exists(file) || "1".equals(System.getenv("TENON_REQUIRE_DATA")), () -> "there is no " + file.toAbsolutePath().normalize());
        database.execute("ALTER TABLE sample_tree DROP CONSTRAINT sample_tree_name");
        forest.engine().companion(new Leaves());

        ImportReport dry = load(Files.newInputStream(file), true);
        assertThat(forest.count("sample_tree") + forest.count("sample_leaf") + forest.count("records_change") + forest.count("records_value")).isZero();
        ImportReport report = load(Files.newInputStream(file), false);

        assertThat(dry).isEqualTo(report);
        assertThat(report.rows()).isEqualTo(2240);
        assertThat(report.refused().stream().collect(Collectors.groupingBy(Refusal::field, Collectors.counting())))
                .isEqualTo(Map.of("客户名称", 8L, "成立日期", 8L, "注册资本(万元)", 8L, "邮箱", 8L));
        assertThat(report.imported()).isEqualTo(2208);
        assertThat(report.linked()).isEqualTo(2208);
        assertThat(report.refused()).isSortedAccordingTo(java.util.Comparator.comparingLong(Refusal::line));
        assertThat(report.refused()).filteredOn(refusal -> refusal.field().equals("成立日期")).allSatisfy(refusal -> {
            assertThat(refusal.name()).isEqualTo("planted");
            assertThat(refusal.value()).isEqualTo("2023-02-30");
            assertThat(refusal.reason()).startsWith("Not a date");
        });
        assertThat(report.unmatched()).containsExactly("客户编号", "行业", "地址", "客户等级", "来源");
        assertThat(forest.count("sample_tree")).isEqualTo(2208);
        assertThat(forest.count("sample_leaf")).isEqualTo(2208);
        assertThat(forest.count("records_change")).isEqualTo(4416);
        assertThat(forest.count("sample_tree where region = '3702'")).isPositive();
        assertThat(forest.count("sample_tree where region is null")).isZero();
    }

    @BothDatabases
    void cellsAreReadAsPeopleWriteThem() {
        asKeeper(() -> forest.trees().create(Map.of("name", "Mother")));
        ImportReport report = load("\uFEFFName;母樹;Age;HEIGHT;价格;Evergreen;planted;Kind;用途;Phones;tags;Province;城市;region?\r\n"
                + "\"A \"\"big\"\" one\";mother;1,200;\"12,345.5\";1,000.50 usd;是;2026/1/5;橡树;遮阴、Timber;021-63583907/13800138000;a;广东;广州;x\r\n", false);

        assertThat(report.refused()).isEmpty();
        assertThat(report.unmatched()).containsExactly("region?");
        Map<String, Object> made = asKeeper(() -> forest.trees().page(RecordQuery.first(1).where(Map.of("==", List.of(Map.of("var", "name"), "A \"big\" one")))))
                .items().get(0).json();
        assertThat(made).containsAllEntriesOf(Map.of("age", 1200L, "height", "12345.5000", "price", Map.of("amount", "1000.5000", "currency", "USD"),
                "evergreen", true, "planted", "2026-01-05", "kind", "oak", "uses", List.of("shade", "timber"), "region", "4401"));
        assertThat(made.get("phones")).isEqualTo(List.of(Map.of("kind", "office", "value", "021-63583907"), Map.of("kind", "mobile", "value", "13800138000")));
        assertThat(((Map<?, ?>) made.get("_labels")).get("parent")).isEqualTo("Mother");
    }

    @BothDatabases
    void refusalsNameTheLineTheRowBeginsOn() {
        ImportReport report = load("name,notes,age,planted\n\"one\",\"two\nlines\",1,\nragged,x\n\nfine,,2,2026年2月3日\nbad,\"a\nb\",old,2023-02-30\n,,,\n", false);

        assertThat(report.rows()).isEqualTo(5);
        assertThat(report.imported()).isEqualTo(2);
        assertThat(report.refused()).extracting(Refusal::line, Refusal::field, Refusal::name, Refusal::value)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(4L, "", "", ""), org.assertj.core.groups.Tuple.tuple(7L, "age", "age", "old"),
                        org.assertj.core.groups.Tuple.tuple(7L, "planted", "planted", "2023-02-30"), org.assertj.core.groups.Tuple.tuple(9L, "name", "name", ""));
        assertThat(forest.count("sample_tree")).isEqualTo(2);
    }

    @BothDatabases
    void aRowWhosePlaceIsTakenIsRefusedAlone() {
        ImportReport report = load("name\na\nb\na\nc\n", false);

        assertThat(report.imported()).isEqualTo(3);
        assertThat(report.refused()).singleElement().satisfies(refusal -> {
            assertThat(refusal.line()).isEqualTo(4);
            assertThat(refusal.name()).isEqualTo("name");
            assertThat(refusal.reason()).isEqualTo("Another record has this already");
        });
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

        ImportReport report = load("name\ngood\nshedding\nfailing\nbetter\n", false);

        assertThat(report.imported()).isEqualTo(2);
        assertThat(report.refused()).extracting(Refusal::line).containsExactly(3L, 4L, 4L);
        assertThat(report.refused().get(0).reason()).isEqualTo("A tree of 7 years is not hollow");
        assertThat(forest.count("sample_leaf")).isZero();
        assertThat(forest.count("sample_tree")).isEqualTo(3);
    }

    @BothDatabases
    void filesThatAreNoCsvInUtf8AreRefusedWhole() {
        assertThatThrownBy(() -> load(new ByteArrayInputStream("name\n客户\n".getBytes(Charset.forName("GB18030"))), false))
                .isInstanceOfSatisfying(TenonException.class, e -> assertThat(e.kind()).isEqualTo(Kind.UNREADABLE)).hasMessageContaining("UTF-8");
        assertThatThrownBy(() -> load("", false)).isInstanceOfSatisfying(TenonException.class, e -> assertThat(e.kind()).isEqualTo(Kind.UNREADABLE));
        assertThat(forest.count("sample_tree")).isZero();
    }

    private ImportReport load(String csv, boolean dryRun) {
        return load(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), dryRun);
    }

    private ImportReport load(InputStream file, boolean dryRun) {
        return asKeeper(() -> forest.trees().importCsv(file, dryRun));
    }
}

package org.tenon.records.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tenon.records.write.Forest.GUEST;
import static org.tenon.records.write.Forest.KEEPER;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.tenon.records.attachments.Attachments;
import org.tenon.records.log.EntryKind;
import org.tenon.records.write.Forest;
import org.tenon.sdk.Kind;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.file.StoredFile;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.identity.Via;
import org.tenon.sdk.record.RecordId;
import org.tenon.testkit.BothDatabases;
import org.tenon.testkit.MemoryFiles;
import org.tenon.testkit.TestDatabase;

class RecordStreamTest {

    private static final String TREE = "sample.tree";
    private static final Set<EntryKind> ALL = EnumSet.of(EntryKind.CHANGE, EntryKind.COMMENT, EntryKind.FILE);

    private final MemoryFiles files = new MemoryFiles();

    @BothDatabases
    void everythingStandsInOneStreamAndIsFilteredByKind(TestDatabase database) {
        try (Forest forest = new Forest(database)) {
            RecordId tree = KEEPER.run(() -> forest.trees().create(Forest.tree("oak"))).id();
            GUEST.run(() -> forest.engine().comments().add(TREE, tree, "tall"));
            StoredFile file = KEEPER.run(() -> attach(forest, tree, "plan.pdf"));
            RecordId leaf = KEEPER.run(() -> forest.leaves().create(Map.of("name", "green", "tree", tree.toString()))).id();
            KEEPER.by(Via.TOKEN).run(() -> forest.trees().update(tree, 1, Map.of("notes", "old")));

            List<Map<String, Object>> all = KEEPER.run(() -> items(forest, tree, ALL, true, 10, null));
            assertThat(all).extracting(item -> item.get("kind")).containsExactly("change", "related", "file", "comment", "change");
            assertThat(all.get(0)).containsEntry("source", "token").containsEntry("action", "update");
            assertThat((Map<?, ?>) all.get(1).get("record")).satisfies(record -> assertThat(record.get("id")).isEqualTo(leaf.toString()))
                    .satisfies(record -> assertThat(record.get("title")).isEqualTo("green"));
            assertThat((Map<?, ?>) all.get(2).get("file")).satisfies(shown -> assertThat(shown.get("id")).isEqualTo(file.id().toString()));
            assertThat((Map<?, ?>) all.get(3).get("comment")).satisfies(said -> assertThat(said.get("body")).isEqualTo("tall"));
            assertThat(KEEPER.run(() -> items(forest, tree, Set.of(EntryKind.FILE), false, 10, null))).hasSize(1);
            assertThat(KEEPER.run(() -> items(forest, tree, Set.of(), true, 10, null))).hasSize(1);
            assertThat(KEEPER.run(() -> forest.trees().timeline(tree, 10, null)).items()).as("changes alone").hasSize(2);
        }
    }

    @BothDatabases
    void aTextIsFoundInWhatItsReaderSees(TestDatabase database) {
        try (Forest forest = new Forest(database)) {
            RecordId tree = KEEPER.run(() -> forest.trees().create(Map.of("name", "oak", "age", 4711L))).id();
            for (int i = 0; i < 120; i++) {
                String words = i == 7 ? "橡樹很高" : "nothing " + i;
                KEEPER.run(() -> forest.engine().comments().add(TREE, tree, words));
            }
            KEEPER.run(() -> forest.trees().update(tree, 1, Map.of("age", 4712L)));
            assertThat(KEEPER.run(() -> found(forest, tree, "橡树"))).singleElement().satisfies(item -> assertThat(item.toString()).contains("橡樹很高"));
            assertThat(KEEPER.run(() -> found(forest, tree, "4712"))).hasSize(1);
            assertThat(GUEST.run(() -> found(forest, tree, "4712"))).as("in a field hidden from the guest").isEmpty();
            assertThat(KEEPER.run(() -> found(forest, tree, "nothing 1"))).as("1, 10–19 and 100–119 by pages of 10").hasSize(31);
        }
    }

    /** All pages of 10. */
    private List<Map<String, Object>> found(Forest forest, RecordId tree, String text) {
        List<Map<String, Object>> all = new ArrayList<>();
        String cursor = null;
        do {
            Map<String, Object> page = generic(forest.engine().stream(files).page(TREE, tree, ALL, true, 10, cursor, text));
            all.addAll(list(page.get("items")));
            cursor = (String) page.get("next");
        } while (cursor != null);
        return all;
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(Object items) {
        return (List<Map<String, Object>>) items;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> generic(Map<String, ?> json) {
        return (Map<String, Object>) json;
    }

    @BothDatabases
    void aTimelineIsWrittenAsATableOfWhatItsReaderSees(TestDatabase database) throws java.io.IOException {
        try (Forest forest = new Forest(database)) {
            RecordId tree = KEEPER.run(() -> forest.trees().create(Map.of("name", "oak"))).id();
            KEEPER.run(() -> forest.trees().update(tree, 1, Map.of("age", 4712L, "notes", "=1+1")));
            KEEPER.run(() -> forest.engine().comments().add(TREE, tree, "tall"));
            java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
            GUEST.run(() -> {
                try {
                    new StreamCsv(forest.engine().labels(), java.util.Locale.ENGLISH).write(out, at -> forest.engine().stream(files).page(TREE, tree, ALL, true, 1, at, ""));
                    return true;
                } catch (java.io.IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
            String csv = out.toString(java.nio.charset.StandardCharsets.UTF_8);
            assertThat(csv.lines().toList()).hasSizeGreaterThan(3).first().asString().contains("Time,By,From,What,Field,Before,After,Text");
            assertThat(csv).contains("tall").contains("'=1+1").doesNotContain("4712");
        }
    }

    @BothDatabases
    void pagesJoinWithoutGapOrDouble(TestDatabase database) {
        try (Forest forest = new Forest(database)) {
            RecordId tree = KEEPER.run(() -> forest.trees().create(Forest.tree("oak"))).id();
            for (int i = 0; i < 7; i++) {
                String name = "leaf" + i;
                KEEPER.run(() -> forest.engine().comments().add(TREE, tree, name));
                // written at one moment, as by an import
                KEEPER.run(() -> forest.engine().tx().required(() -> forest.leaves().create(Map.of("name", name, "tree", tree.toString()))));
            }
            forest.engine().db().write(connection -> {
                try (var same = connection.createStatement()) {
                    return same.executeUpdate("UPDATE sample_leaf SET created_at = (SELECT MIN(created_at) FROM sample_leaf)");
                }
            });
            List<Object> seen = new ArrayList<>();
            String cursor = null;
            do {
                String from = cursor;
                Map<String, ?> page = KEEPER.run(() -> forest.engine().stream(files).page(TREE, tree, ALL, true, 4, from));
                assertThat(page.containsKey("pinned")).isEqualTo(from == null);
                ((List<?>) page.get("items")).forEach(item -> seen.add(key((Map<?, ?>) item)));
                cursor = (String) page.get("next");
            } while (cursor != null);
            assertThat(seen).hasSize(15).doesNotHaveDuplicates();
            assertThatThrownBy(() -> KEEPER.run(() -> forest.engine().stream(files).page(TREE, tree, ALL, true, 4, "nonsense")))
                    .isInstanceOf(TenonException.class);
        }
    }

    @BothDatabases
    void hiddenFieldsAreLeftOutMaskedOnesMasked(TestDatabase database) {
        try (Forest forest = new Forest(database)) {
            RecordId tree = KEEPER.run(() -> forest.trees().create(Map.of("name", "oak", "age", 300,
                    "phones", List.of(Map.of("kind", "office", "value", "13800138000"))))).id();
            List<Map<String, Object>> items = GUEST.run(() -> items(forest, tree, ALL, true, 10, null));
            assertThat(items.toString()).doesNotContain("300").doesNotContain("13800138000").contains("***").doesNotContain("age");
            assertThat(KEEPER.run(() -> items(forest, tree, ALL, true, 10, null)).toString()).contains("13800138000");
            assertThat(items).noneMatch(item -> "related".equals(item.get("kind")));
        }
    }

    @BothDatabases
    void filesAreAddedAndRemovedByWhoMayChangeTheRecord(TestDatabase database) {
        try (Forest forest = new Forest(database)) {
            RecordId tree = KEEPER.run(() -> forest.trees().create(Forest.tree("oak"))).id();
            Attachments attachments = forest.engine().attachments(files);
            StoredFile guests = GUEST.run(() -> file("mine.txt"));
            StoredFile kept = KEEPER.run(() -> attach(forest, tree, "plan.pdf"));
            long before = forest.count("records_change");

            refused(() -> GUEST.run(() -> attachments.add(TREE, tree, guests.id())), Kind.FORBIDDEN);
            refused(() -> KEEPER.run(() -> attachments.add(TREE, tree, guests.id())), Kind.INVALID);
            refused(() -> run(GUEST, () -> attachments.remove(TREE, tree, kept.id())), Kind.FORBIDDEN);
            RecordId other = GUEST.run(() -> forest.trees().create(Forest.tree("fir"))).id();
            refused(() -> run(GUEST, () -> attachments.remove(TREE, other, kept.id())), Kind.NOT_FOUND);
            refused(() -> KEEPER.run(() -> attachments.add(TREE, other, kept.id())), Kind.CONFLICT);
            assertThat(forest.count("records_change")).isEqualTo(before + 1);
            assertThat(files.find(kept.id())).isPresent();

            run(KEEPER, () -> attachments.remove(TREE, tree, kept.id()));
            assertThat(files.find(kept.id())).isEmpty();
            Map<?, ?> gone = (Map<?, ?>) KEEPER.run(() -> items(forest, tree, ALL, false, 10, null)).get(0).get("file");
            assertThat(gone.get("name")).isEqualTo("plan.pdf");
            assertThat(gone.get("present")).isEqualTo(false);
            assertThat(KEEPER.run(() -> forest.trees().get(tree)).version()).as("no new version").isEqualTo(1);
        }
    }

    private StoredFile attach(Forest forest, RecordId tree, String name) {
        return forest.engine().attachments(files).add(TREE, tree, file(name).id());
    }

    private StoredFile file(String name) {
        return files.keep(name, new ByteArrayInputStream(new byte[10]), Duration.ofHours(24));
    }

    private static Object key(Map<?, ?> item) {
        return item.get("seq") + " " + item.get("at") + item.get("record") + (item.get("comment") instanceof Map<?, ?> said ? said.get("id") : "");
    }

    @SuppressWarnings("unchecked") // as built
    private List<Map<String, Object>> items(Forest forest, RecordId tree, Set<EntryKind> kinds, boolean related, int limit, String cursor) {
        return (List<Map<String, Object>>) forest.engine().stream(files).page(TREE, tree, kinds, related, limit, cursor).get("items");
    }

    private static void run(Caller member, Runnable work) {
        member.run(() -> {
            work.run();
            return true;
        });
    }

    private static void refused(ThrowingCallable call, Kind kind) {
        assertThatThrownBy(call).isInstanceOfSatisfying(TenonException.class, e -> assertThat(e.kind()).as(e.getMessage()).isEqualTo(kind));
    }
}

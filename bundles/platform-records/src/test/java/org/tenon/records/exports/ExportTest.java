package org.tenon.records.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.tenon.records.views.Definition;
import org.tenon.records.views.ViewWish;
import org.tenon.records.write.Forest;
import org.tenon.sdk.Kind;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.file.FileStore;
import org.tenon.sdk.file.StoredFile;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.identity.Grants;
import org.tenon.sdk.identity.Grants.FieldAccess;
import org.tenon.sdk.identity.Grants.FieldLimit;
import org.tenon.sdk.identity.Grants.RecordGrant;
import org.tenon.sdk.identity.Scope;
import org.tenon.sdk.job.Job;
import org.tenon.sdk.job.Job.State;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.record.RecordPage;
import org.tenon.testkit.BothDatabases;
import org.tenon.testkit.MemoryFiles;
import org.tenon.testkit.TestDatabase;
import org.tenon.testkit.job.StandaloneJobs;

class ExportTest {

    private static final String TREE = "sample.tree";
    private static final Caller CLERK = new Caller(41, "clerk", java.util.Locale.ENGLISH, false, null);

    /** The engine with its queue, files and log. */
    private static final class Bench implements AutoCloseable {

        final Forest forest;
        final MemoryFiles files = new MemoryFiles();
        final List<String> log = new ArrayList<>();
        final List<String> kept = new ArrayList<>();
        final StandaloneJobs jobs;
        final Exports exports;

        Bench(TestDatabase database) {
            forest = new Forest(database);
            jobs = new StandaloneJobs(forest.engine().tx()).handler(forest.engine().exportJob(counted(), (kind, detail) -> log.add(kind + " " + detail)));
            exports = forest.engine().exports(jobs);
            grant(Scope.ALL, Scope.ALL);
        }

        /** The files, with a note of each that was kept. */
        private FileStore counted() {
            return (FileStore) Proxy.newProxyInstance(FileStore.class.getClassLoader(), new Class<?>[] {FileStore.class}, (proxy, method, arguments) -> {
                try {
                    Object answer = method.invoke(files, arguments);
                    kept.add(String.valueOf(arguments[0]));
                    return answer;
                } catch (InvocationTargetException e) {
                    throw e.getCause();
                }
            });
        }

        void grant(Scope read, @Nullable Scope export) {
            List<RecordGrant> grants = new ArrayList<>(List.of(new RecordGrant("Clerk", TREE, "read", read, Set.of())));
            if (export != null) {
                grants.add(new RecordGrant("Clerk", TREE, "export", export, Set.of()));
            }
            forest.engine().grant(CLERK.memberId(), new Grants(false, grants, List.of(new FieldLimit("Clerk", TREE, "age", FieldAccess.HIDDEN),
                    new FieldLimit("Clerk", TREE, "phones", FieldAccess.MASKED)), Set.of(), Set.of(), Set.of()), null);
        }

        String tree(Caller caller, Object... values) {
            Map<String, Object> map = new HashMap<>();
            for (int i = 0; i < values.length; i += 2) {
                map.put((String) values[i], values[i + 1]);
            }
            return caller.run(() -> forest.trees().create(map)).id().toString();
        }

        Job export(Caller caller, ExportWish wish) {
            RecordId id = caller.run(() -> exports.submit(wish)).id();
            jobs.runAll();
            return jobs.find(id).orElseThrow();
        }

        StoredFile file(Job job) {
            assertThat(job.state()).as(String.valueOf(job.problem())).isEqualTo(State.SUCCEEDED);
            return files.find(RecordId.of((String) ((Map<?, ?>) ((List<?>) job.result().get("files")).get(0)).get("id"))).orElseThrow();
        }

        List<String> lines(Job job) throws IOException {
            try (var in = files.open(file(job).id())) {
                return List.of(new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\r\n"));
            }
        }

        @Override
        public void close() {
            forest.close();
        }
    }

    @BothDatabases
    void hiddenColumnsAreAbsentMaskedOnesMaskedFormulasPlain(TestDatabase database) throws IOException {
        try (Bench bench = new Bench(database)) {
            List<String> evil = List.of("=1+1", "+1", "-1", "@SUM(A1)", "a,\"b\"");
            evil.forEach(name -> bench.tree(Forest.KEEPER, "name", name, "age", 7L, "height", "12.50", "phones",
                    List.of(Map.of("kind", "mobile", "value", "13800138000")), "evergreen", true, "kind", "oak", "price", Map.of("amount", "12.50", "currency", "CNY")));
            ExportWish wish = new ExportWish(TREE, null, null, null, "createdAt", List.of("name", "phones", "height", "evergreen", "price"), "csv", false);
            Job job = bench.export(CLERK, wish);
            List<String> lines = bench.lines(job);
            assertThat(lines.get(0)).startsWith("\ufeff");
            assertThat(lines.subList(1, lines.size())).containsExactly("'=1+1,***,12.5,Yes,12.5 CNY", "'+1,***,12.5,Yes,12.5 CNY", "'-1,***,12.5,Yes,12.5 CNY",
                    "'@SUM(A1),***,12.5,Yes,12.5 CNY", "\"a,\"\"b\"\"\",***,12.5,Yes,12.5 CNY");
            assertThat(String.join("", lines)).doesNotContain("138");
            assertThat(bench.log).singleElement().asString().startsWith("records.export sample.tree: 5 rows as csv").doesNotContain("SUM");
            refused(() -> bench.export(CLERK, new ExportWish(TREE, null, null, null, null, List.of("name", "age"), "csv", false)), "columns");
            refused(() -> bench.export(CLERK, new ExportWish(TREE, null, Map.of(">", List.of(Map.of("var", "age"), 1L)), null, null, null, "csv", false)), "age");
            refused(() -> bench.export(CLERK, new ExportWish(TREE, null, null, null, null, null, "pdf", false)), "format");
        }
    }

    @BothDatabases
    void aListTheSearchIndexTellsInPartIsNotExported(TestDatabase database) {
        try (Bench bench = new Bench(database)) {
            bench.tree(Forest.KEEPER, "name", "oak");
            ExportWish wish = new ExportWish(TREE, null, null, "oak", null, null, "csv", false);
            assertThatThrownBy(() -> bench.export(CLERK, wish))
                    .isInstanceOfSatisfying(TenonException.class, e -> assertThat(e.kind()).isEqualTo(Kind.UNAVAILABLE));
            RecordPage part = new RecordPage(List.of(), null, null, null, new RecordPage.Search(true, true, 1_000, 2));
            refused(() -> CLERK.run(() -> Exports.whole(part, bench.forest.engine().labels())), "q");
            assertThat(bench.kept).isEmpty();
        }
    }

    @BothDatabases
    void theWholeResultIsWrittenNotThePage(TestDatabase database) throws IOException {
        try (Bench bench = new Bench(database)) {
            for (int i = 0; i < 450; i++) {
                bench.tree(Forest.KEEPER, "name", "t%03d".formatted(i), "rings", (long) (i % 7));
            }
            Job job = bench.export(CLERK, new ExportWish(TREE, null, Map.of("<", List.of(Map.of("var", "rings"), 6L)), null, "name", List.of("name"), "csv", true));
            List<String> lines = bench.lines(job);
            assertThat(lines.get(0)).isEqualTo("\ufeffname");
            assertThat(lines.subList(1, lines.size())).hasSize(386).isSorted().doesNotHaveDuplicates();
            assertThat(job.done()).isEqualTo(386);
            assertThat(job.total()).isEqualTo(386L);
        }
    }

    @BothDatabases
    void theExportsGrantNarrowsItsRows(TestDatabase database) throws IOException {
        try (Bench bench = new Bench(database)) {
            bench.tree(Forest.KEEPER, "name", "theirs");
            bench.tree(Forest.KEEPER, "name", "mine", "ownerId", RecordId.text(CLERK.memberId()));
            ExportWish wish = new ExportWish(TREE, null, null, null, "name", List.of("name"), "csv", true);
            bench.grant(Scope.ALL, Scope.OWN);
            assertThat(bench.lines(bench.export(CLERK, wish))).containsExactly("\ufeffname", "mine");
            bench.grant(Scope.OWN, Scope.ALL);
            assertThat(bench.lines(bench.export(CLERK, wish))).containsExactly("\ufeffname", "mine");
            bench.grant(Scope.ALL, null);
            assertThatThrownBy(() -> bench.export(CLERK, wish)).isInstanceOfSatisfying(TenonException.class, e -> assertThat(e.kind()).isEqualTo(Kind.FORBIDDEN));
        }
    }

    @BothDatabases
    void rightsTakenBeforeTheRunEndIt(TestDatabase database) {
        try (Bench bench = new Bench(database)) {
            bench.tree(Forest.KEEPER, "name", "oak");
            Job job = CLERK.run(() -> bench.exports.submit(new ExportWish(TREE, null, null, null, null, List.of("name"), "csv", true)));
            bench.grant(Scope.ALL, null);
            bench.jobs.runAll();
            assertThat(bench.jobs.find(job.id()).orElseThrow().state()).isEqualTo(State.FAILED);
            assertThat(bench.log).isEmpty();
        }
    }

    @BothDatabases
    void aViewGivesConditionOrderAndColumns(TestDatabase database) throws IOException {
        try (Bench bench = new Bench(database)) {
            bench.tree(Forest.KEEPER, "name", "a", "kind", "oak", "height", "1.5");
            bench.tree(Forest.KEEPER, "name", "b", "kind", "oak", "height", "8.25");
            bench.tree(Forest.KEEPER, "name", "c", "kind", "fir");
            Object oaks = Map.of("and", List.of(Map.of("==", List.of(Map.of("var", "kind"), "oak")), Map.of(">", List.of(Map.of("var", "height"), new java.math.BigDecimal("0.5")))));
            String view = (String) CLERK.run(() -> bench.forest.engine().views().create(new ViewWish(TREE, null, "oaks", oaks,
                    List.of(new Definition.Column("height", null), new Definition.Column("name", null)), "-name", null, null, null, null))).get("id");
            assertThat(bench.lines(bench.export(CLERK, new ExportWish(TREE, view, null, null, null, null, "csv", true))))
                    .containsExactly("\ufeffname,height", "b,8.25", "a,1.5");
            assertThatThrownBy(() -> bench.export(Forest.KEEPER, new ExportWish(TREE, view, null, null, null, null, "csv", true))).isInstanceOf(TenonException.class);
        }
    }

    @BothDatabases
    void spreadsheetsHaveRealNumbersAndDates(TestDatabase database) throws IOException {
        try (Bench bench = new Bench(database)) {
            bench.tree(Forest.KEEPER, "name", "=1+1 <木> 😀", "planted", "2026-11-23", "height", "12.5", "rings", 3L, "watered", "12:00:00", "seen", "2026-11-23T00:00:00Z",
                    "price", Map.of("amount", "9.90", "currency", "EUR"));
            Job job = bench.export(CLERK, new ExportWish(TREE, null, null, null, null, List.of("name", "planted", "height", "rings", "watered", "price", "kind"), "xlsx", false));
            StoredFile file = bench.file(job);
            assertThat(file.name()).endsWith(".xlsx");
            Map<String, String> parts = unzip(bench.files.open(file.id()).readAllBytes());
            String sheet = parts.get("xl/worksheets/sheet1.xml");
            assertThat(sheet).contains("=1+1 &lt;木&gt;", "<v>46349", "<v>12.5</v>", "<v>3</v>", "<v>0.5</v>", "<v>9.9").doesNotContain("<f>");
            assertThat(parts.get("xl/styles.xml")).contains("yyyy\\-mm\\-dd", "EUR");
        }
    }

    @BothDatabases
    void aCancelledOrInterruptedExportLeavesNoFile(TestDatabase database) throws IOException {
        try (Bench bench = new Bench(database)) {
            for (int i = 0; i < 210; i++) {
                bench.tree(Forest.KEEPER, "name", "t" + i);
            }
            ExportWish wish = new ExportWish(TREE, null, null, null, null, List.of("name"), "xlsx", false);
            Job job = CLERK.run(() -> bench.exports.submit(wish));
            bench.jobs.interruptAfter(1).runAll();
            assertThat(bench.jobs.find(job.id()).orElseThrow().done()).isEqualTo(200);
            bench.jobs.cancel(job.id());
            bench.jobs.runAll();
            assertThat(bench.jobs.find(job.id()).orElseThrow().state()).isEqualTo(State.CANCELLED);
            assertThat(bench.kept).isEmpty();
            assertThat(bench.log).isEmpty();
            Job again = CLERK.run(() -> bench.exports.submit(new ExportWish(TREE, null, null, null, null, List.of("name"), "csv", false)));
            bench.jobs.interruptAfter(1).runAll();
            bench.jobs.runAll();
            assertThat(bench.lines(bench.jobs.find(again.id()).orElseThrow())).hasSize(211);
        }
    }

    private static Map<String, String> unzip(byte[] content) throws IOException {
        Map<String, String> parts = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return parts;
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable attempt, String field) {
        assertThatThrownBy(attempt).isInstanceOfSatisfying(TenonException.class, refusal -> assertThat(refusal.errors().get(0).field()).isEqualTo(field));
    }
}

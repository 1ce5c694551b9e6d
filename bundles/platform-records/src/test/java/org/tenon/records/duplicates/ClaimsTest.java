package org.tenon.records.duplicates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tenon.records.write.Forest.asKeeper;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.tenon.records.sample.Company;
import org.tenon.records.write.Batches;
import org.tenon.records.write.Checked;
import org.tenon.records.write.Forest;
import org.tenon.records.write.RecordBatches;
import org.tenon.sdk.Kind;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.record.OnDuplicates;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.record.RecordStore;
import org.tenon.testkit.BothDatabases;
import org.tenon.testkit.TestDatabase;

/** Of several who store a value at once that no two records may have, one does. */
class ClaimsTest {

    private static final String TYPE = "sample.company";
    private static final String REFUSED = "refused";

    private final TestDatabase database;
    private final ExecutorService people = Executors.newCachedThreadPool();
    private Forest forest;

    ClaimsTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void open() {
        forest = new Forest(database);
        RuleDesk desk = forest.engine().duplicateRules((action, what) -> { });
        asKeeper(() -> desk.set(TYPE, new RulesResource.Wish(Map.of("code", "block"), 0)));
    }

    @AfterEach
    void close() {
        people.shutdownNow();
        forest.close();
    }

    private RecordStore<Company> companies() {
        return forest.engine().records().of(Company.class);
    }

    private static String code(int i) {
        return "91440300MA5EQ%05dQ".formatted(i * 37);
    }

    /** Lets all begin at one moment. @return how each ended: the id of what was stored, or "refused" */
    private List<String> atOnce(List<Callable<String>> works) throws Exception {
        CyclicBarrier start = new CyclicBarrier(works.size());
        List<Future<String>> running = new ArrayList<>();
        for (Callable<String> work : works) {
            running.add(people.submit(() -> {
                start.await();
                return work.call();
            }));
        }
        List<String> ended = new ArrayList<>();
        for (Future<String> each : running) {
            ended.add(each.get());
        }
        return ended;
    }

    private String told(java.util.function.Supplier<RecordId> work) {
        try {
            return asKeeper(work).toString();
        } catch (TenonException e) {
            assertThat(e.kind()).isEqualTo(Kind.INVALID);
            assertThat(e.errors()).singleElement().satisfies(error -> assertThat(error.field()).isEqualTo("code"));
            return REFUSED;
        }
    }

    @BothDatabases
    void ofManyWhoCreateTheSameOneSucceeds() throws Exception {
        for (int round = 0; round < 10; round++) {
            String code = code(round);
            List<Callable<String>> works = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                Map<String, Object> values = Map.of("name", "公司 " + round + " " + i, "code", i % 2 == 0 ? code : " " + code.toLowerCase(java.util.Locale.ROOT));
                works.add(() -> told(() -> companies().create(values, OnDuplicates.ALLOW).id()));
            }
            assertThat(atOnce(works)).filteredOn(REFUSED::equals).hasSize(5);
        }
        assertThat(forest.count("sample_company")).isEqualTo(10);
    }

    @BothDatabases
    void ofOneWhoCreatesAndOneWhoChangesOneSucceeds() throws Exception {
        for (int round = 0; round < 10; round++) {
            String code = code(round);
            String name = "公司 " + round;
            RecordId there = asKeeper(() -> companies().create(Map.of("name", name), OnDuplicates.IGNORE).id());
            assertThat(atOnce(List.of(
                    () -> told(() -> companies().update(there, 1, Map.of("code", code)).id()),
                    () -> told(() -> companies().create(Map.of("name", "新" + name, "code", code), OnDuplicates.IGNORE).id()))))
                    .filteredOn(REFUSED::equals).hasSize(1);
        }
    }

    @BothDatabases
    void whoStoreManyInAnotherOrderAllEndAndNothingIsStoredTwice() throws Exception {
        List<String> codes = IntStream.range(0, 200).mapToObj(ClaimsTest::code).toList();
        List<String> backwards = new ArrayList<>(codes);
        Collections.reverse(backwards);
        List<String> stored = atOnce(List.of(() -> many(codes), () -> many(backwards), () -> many(codes)));
        assertThat(stored.stream().mapToInt(Integer::parseInt).sum()).isEqualTo(200);
        assertThat(forest.count("sample_company")).isEqualTo(200);
    }

    /** Stores a company for each code in one transaction. @return how many passed */
    private String many(List<String> codes) {
        return asKeeper(() -> forest.engine().tx().required(() -> {
            RecordBatches batch = ((Batches) forest.engine().records()).open();
            var model = forest.engine().models().require(TYPE);
            List<Map<String, Object>> all = codes.stream().map(code -> Map.<String, Object>of("name", "Company " + code, "code", code)).toList();
            batch.expect(model, all);
            List<Checked> passed = all.stream().map(values -> batch.check(model, values, batch.refusals(model))).filter(one -> one.errors().isEmpty()).toList();
            batch.store(passed);
            return String.valueOf(passed.size());
        }));
    }

    @BothDatabases
    void aRecordFromTheRecycleBinMustNotBringATakenValueBack() {
        RecordId gone = asKeeper(() -> companies().create(Map.of("name", "旧", "code", code(1)), OnDuplicates.IGNORE).id());
        Forest.asKeeper(() -> {
            companies().delete(gone, null);
            return true;
        });
        RecordId taker = asKeeper(() -> companies().create(Map.of("name", "新", "code", code(1)), OnDuplicates.IGNORE).id());
        assertThatThrownBy(() -> asKeeper(() -> companies().restore(gone))).isInstanceOfSatisfying(TenonException.class,
                refusal -> assertThat(refusal.errors()).singleElement().satisfies(error -> assertThat(error.message()).contains("新")));
        asKeeper(() -> companies().update(taker, 1, Map.of("code", code(2))));
        assertThat(asKeeper(() -> companies().restore(gone)).version()).isEqualTo(3);
    }
}

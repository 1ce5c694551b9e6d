package org.tenon.records.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.tenon.records.access.MatrixRow.Limit;
import org.tenon.records.access.MatrixWorld.Case;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.identity.Grants.FieldAccess;
import org.tenon.sdk.identity.Grants.FieldLimit;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.record.RecordPage;
import org.tenon.sdk.record.RecordQuery;
import org.tenon.sdk.record.RecordStore;
import org.tenon.sdk.record.RecordView;
import org.tenon.testkit.BothDatabases;
import org.tenon.testkit.TestDatabase;

/** Every situation of {@code access/matrix.json} at every exit. */
class AccessMatrixTest {

    @BothDatabases
    void everyExitAgreesWithTheMatrix(TestDatabase database) {
        try (MatrixWorld world = new MatrixWorld(database)) {
            List<Case> cases = MatrixRow.all().rows().stream().map(world::make).toList();
            List<String> wrong = new ArrayList<>();
            for (Case at : cases) {
                for (Exit exit : Exit.values()) {
                    boolean leads = exit.leads(world, at);
                    if (leads != exit.expected(at.row())) {
                        wrong.add(exit + (leads ? " opens " : " does not open ") + at.row().name());
                    }
                }
            }
            assertThat(wrong).isEmpty();
            assertThat(cases).hasSizeGreaterThan(35);
        }
    }

    @BothDatabases
    void everyExitHoldsTheLimitsOfFields(TestDatabase database) {
        try (MatrixWorld world = new MatrixWorld(database)) {
            RecordStore<?> companies = world.engine().records().of("sample.company");
            RecordId id = MatrixWorld.SYSTEM.run(() -> companies.create(Map.of("name", "榫卯", "staff", 7_654_321, "phones", List.of(Map.of("kind", "office", "value", "021-63583907"))))).id();
            RecordId below = MatrixWorld.SYSTEM.run(() -> companies.create(Map.of("name", "子公司", "parentId", id.toString()))).id();
            MatrixWorld.SYSTEM.run(() -> companies.update(id, 1, Map.of("staff", 7_654_322)));
            for (Limit limit : MatrixRow.all().limits()) {
                FieldAccess access = FieldAccess.valueOf(limit.access());
                Caller caller = world.limited(new FieldLimit("role", "sample.company", "staff", access));
                value(limit, caller.run(() -> companies.get(id)));
                value(limit, caller.run(() -> companies.page(RecordQuery.first(9).where(test("==", "name", "榫卯")))).items().get(0));
                value(limit, caller.run(() -> companies.get(List.of(id))).get(0));
                asked(limit, () -> caller.run(() -> companies.page(RecordQuery.first(9).where(test(">", "staff", 1L)))));
                asked(limit, () -> caller.run(() -> companies.page(RecordQuery.first(9).where(test("==", "parentId.staff", 7_654_322L)))));
                written(limit, () -> caller.run(() -> companies.update(id, 2, Map.of("staff", 1))));
                written(limit, () -> caller.run(() -> companies.create(Map.of("name", "x", "staff", 1))));
                timeline(limit, caller.run(() -> companies.timeline(id, 5, null)).items().toString());
                Caller unnamed = world.limited(new FieldLimit("role", "sample.company", "name", access));
                title(limit, unnamed, companies, below);
            }
        }
    }

    private static void value(Limit limit, RecordView view) {
        switch (limit.list()) {
            case "absent" -> assertThat(view.json()).doesNotContainKey("staff");
            case "***" -> assertThat(view.json()).containsEntry("staff", "***").containsEntry("_masked", List.of("staff"));
            default -> assertThat(String.valueOf(view.json().get("staff"))).isEqualTo("7654322");
        }
    }

    private static void timeline(Limit limit, String items) {
        switch (limit.list()) {
            case "absent" -> assertThat(items).doesNotContain("staff");
            case "***" -> assertThat(items).contains("field=staff, old=***, new=***").doesNotContain("765432");
            default -> assertThat(items).contains("old=7654321, new=7654322");
        }
    }

    /** A title the caller may not see is no label, opens by no start, orders nothing. */
    private static void title(Limit limit, Caller caller, RecordStore<?> companies, RecordId below) {
        RecordView view = caller.run(() -> companies.get(below));
        boolean clear = limit.list().equals("clear");
        assertThat(view.json().get("_title")).isEqualTo(clear ? "子公司" : "***");
        assertThat(((Map<?, ?>) view.json().get("_labels")).get("parentId")).isEqualTo(clear ? "榫卯" : "***");
        asked(limit, () -> caller.run(() -> companies.page(new RecordQuery(null, "createdAt", 5, null, List.of(), "榫", false, false))));
        asked(limit, () -> caller.run(() -> companies.page(RecordQuery.first(5).sortedBy("name"))));
    }

    private static void asked(Limit limit, java.util.function.Supplier<RecordPage> attempt) {
        if (limit.asked().isEmpty()) {
            assertThat(attempt.get().items()).isNotNull();
        } else {
            refused(attempt::get, limit.asked());
        }
    }

    private static void written(Limit limit, ThrowingCallable attempt) {
        refused(attempt, limit.written());
    }

    private static void refused(ThrowingCallable attempt, String code) {
        assertThatThrownBy(attempt).isInstanceOfSatisfying(TenonException.class, refusal -> assertThat(refusal.errors().get(0).code()).isEqualTo(code));
    }

    private static Map<String, Object> test(String operator, String field, Object value) {
        return Map.of(operator, Arrays.asList(Map.of("var", field), value));
    }
}

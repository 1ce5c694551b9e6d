package org.tenon.records.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.tenon.customers.CustomersEngine;
import org.tenon.records.dictionary.Dictionaries;
import org.tenon.records.model.RecordModel;
import org.tenon.records.model.RecordModels;
import org.tenon.records.policy.RecordPolicy;
import org.tenon.records.policy.TypeAccess;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.identity.Grants;
import org.tenon.sdk.identity.Grants.RecordGrant;
import org.tenon.sdk.identity.Scope;
import org.tenon.sdk.record.RecordQuery;
import org.tenon.testkit.BothDatabases;
import org.tenon.testkit.TestDatabase;

/**
 * Writes down how each database answers the commonest lists, for docs/query-plans.md:
 * {@code mvn test -pl bundles/customers -Dtest=PlansTest -Dtenon.plans=true}. Its package is that of the queries, to get at their SQL.
 */
@EnabledIfSystemProperty(named = "tenon.plans", matches = "true")
class PlansTest {

    private static final String TYPE = "customers.customer";
    private static final Caller ADMIN = new Caller(1, "admin", Locale.ENGLISH, false, null);
    private static final Caller OWNER = new Caller(17, "owner", Locale.ENGLISH, false, null);
    private static final Caller HEAD = new Caller(3, "head", Locale.ENGLISH, false, null);
    private static final Caller TEAM = new Caller(4, "team", Locale.ENGLISH, false, null);

    /** @param group a field to divide by instead of a page */
    private record Asked(String what, Caller caller, @Nullable Object filter, @Nullable String sort, @Nullable String prefix, @Nullable String group) {
    }

    private static final List<Asked> COMMONEST = List.of(
            new Asked("newest first", ADMIN, null, null, null, null),
            new Asked("by name", ADMIN, null, "name", null, null),
            new Asked("one industry, newest first", ADMIN, test("==", "industry", "i7"), null, null, null),
            new Asked("a province, newest first", ADMIN, test("within", "region", "44"), null, null, null),
            new Asked("created in the last 30 days, one level", ADMIN, Map.of("and", List.of(test("==", "createdAt", Map.of("period", "last", "unit", "day", "count", 30)),
                    test("==", "level", "A"))), null, null, null),
            new Asked("next contact before today, by that", ADMIN, test("<", "nextContactAt", Map.of("period", "this", "unit", "day")), "nextContactAt", null, null),
            new Asked("with a tag, newest first", ADMIN, test("has", "tags", "t9"), null, null, null),
            new Asked("parent in an industry, newest first", ADMIN, test("==", "parentId.industry", "i7"), null, null, null),
            new Asked("parent not in an industry, newest first", ADMIN, test("!=", "parentId.industry", "i7"), null, null, null),
            new Asked("the owner's own, newest first", OWNER, null, null, null, null),
            new Asked("of six departments, by name", HEAD, null, "name", null, null),
            new Asked("by team alone, newest first", TEAM, null, null, null, null),
            new Asked("counted by industry", ADMIN, null, null, null, "industry"),
            new Asked("own and of six departments, counted by month", HEAD, null, null, null, "createdAt"));

    @BothDatabases
    void commonestListsUseTheirIndexes(TestDatabase database) throws IOException {
        try (CustomersEngine customers = new CustomersEngine(database)) {
            var engine = customers.engine();
            for (long from = 1; from <= Plans.MANY; from += 1_000) {
                long first = from;
                engine.db().write(connection -> Plans.fill(connection, first, 1_000));
            }
            engine.db().write(connection -> Plans.measure(connection, engine.db().kind()));
            grant(customers);
            RecordPolicy policy = new RecordPolicy(engine.db(), engine.directory());
            RecordModels models = (RecordModels) engine.types();
            Askers askers = new Askers(models, policy, new Dictionaries((area, key, locale, args) -> Optional.empty()), engine.db(), Clock.systemUTC(), ZoneId.of("Asia/Shanghai"));
            StringBuilder table = new StringBuilder("| query | statements | goes through | sorts | ms |\n|---|---|---|---|---|\n");
            for (Asked asked : COMMONEST) {
                StringBuilder plans = new StringBuilder();
                asked.caller().run(() -> engine.db().read(connection -> answer(connection, models.require(TYPE), policy, askers, asked, plans)));
                table.append(Plans.row(asked.what(), plans.toString()));
            }
            Files.writeString(Path.of("target", "query-plans-" + database.kind().name().toLowerCase(Locale.ROOT) + ".md"), table);
            assertThat(table.toString()).contains("customers_customer_owner", "customers_customer_department").doesNotContain("| newest first | 1 | whole");
        }
    }

    private static boolean answer(Connection connection, RecordModel model, RecordPolicy policy, Askers askers, Asked asked, StringBuilder page) throws SQLException {
        TypeAccess access = policy.access(asked.caller(), model.info());
        RecordQuery query = new RecordQuery(asked.filter(), asked.sort(), 25, null, List.of(), asked.prefix(), asked.group() != null, false);
        Asking asking = askers.of(asked.caller());
        PageQuery list = new PageQuery(asking, model, access, query);
        if (asked.group() != null) {
            try (var statement = list.counts(Grouping.of(asking.kind(), model, access, asked.group(), ZoneId.of("Asia/Shanghai")), null).prepare(Plans.watched(connection, asking.kind(), page));
                 var rows = statement.executeQuery()) {
                return rows.next();
            }
        }
        list.run(connection);
        return list.run(Plans.watched(connection, asking.kind(), page)).ids().isEmpty();
    }

    private static void grant(CustomersEngine customers) {
        var engine = customers.engine();
        engine.grant(ADMIN.memberId(), new Grants(true, List.of(), List.of(), Set.of(), Set.of(), Set.of()), null);
        engine.grant(OWNER.memberId(), reading(Scope.OWN, Set.of()), null);
        engine.grant(HEAD.memberId(), reading(Scope.DEPARTMENT_BELOW, Set.of(1L, 2L, 3L, 4L, 5L, 6L)), null);
        engine.grant(TEAM.memberId(), reading(Scope.OWN, Set.of()), null);
    }

    private static Grants reading(Scope scope, Set<Long> departments) {
        return new Grants(false, List.of(new RecordGrant("r", TYPE, "read", scope, Set.of())), List.of(), Set.of(), departments, departments);
    }

    private static Map<String, Object> test(String operator, String field, Object value) {
        return Map.of(operator, List.of(Map.of("var", field), value));
    }
}

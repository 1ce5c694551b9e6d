package org.tenon.records.write;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.tenon.persistence.DatabaseConfig;
import org.tenon.persistence.migrate.Script;
import org.tenon.records.sample.Company;
import org.tenon.records.sample.Leaf;
import org.tenon.records.sample.Person;
import org.tenon.records.sample.Tree;
import org.tenon.records.standalone.StandaloneRecords;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.identity.Grants;
import org.tenon.sdk.identity.Grants.FieldAccess;
import org.tenon.sdk.identity.Grants.FieldLimit;
import org.tenon.sdk.identity.Grants.RecordGrant;
import org.tenon.sdk.identity.Scope;
import org.tenon.sdk.record.Dictionary;
import org.tenon.sdk.record.Dictionary.Item;
import org.tenon.sdk.record.RecordStore;
import org.tenon.testkit.DatabaseKind;
import org.tenon.testkit.TestDatabase;

/** The engine with the sample area, on a fresh database. */
public final class Forest implements AutoCloseable {

    public static final Caller KEEPER = new Caller(11, "张伟", java.util.Locale.ENGLISH, false, null);
    public static final Caller GUEST = new Caller(12, "李娜", java.util.Locale.SIMPLIFIED_CHINESE, false, null);

    private final StandaloneRecords engine;

    public Forest(TestDatabase database) {
        database.execute(database.kind() == DatabaseKind.DERBY ? "values 1" : "select 1"); // Derby boots slowly on a busy machine
        engine = StandaloneRecords.open(DatabaseConfig.of(database.url(), database.user(), database.password()));
        engine.dictionaries(() -> List.of(new Dictionary("sample.kind", List.of(Item.of("oak"), Item.of("fir"))),
                new Dictionary("sample.use", List.of(Item.of("timber"), Item.of("shade")))));
        try {
            Script script = Script.read("V1__sample.sql", Tree.class.getResourceAsStream("/sample/V1__sample.sql"));
            engine.area(engine.persistence().unit("sample", Tree.class.getClassLoader(), List.of(script), List.of(Tree.class, Leaf.class, Company.class, Person.class)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        engine.grant(KEEPER.memberId(), new Grants(true, List.of(), List.of(), Set.of(), Set.of(), Set.of()), 5L);
        guest(List.of());
    }

    /** Hides a field from the guest, beside those that are limited for them anyway. */
    public void hide(String field) {
        guest(List.of(new FieldLimit("Guest", "sample.tree", field, FieldAccess.HIDDEN)));
    }

    private void guest(List<FieldLimit> more) {
        List<FieldLimit> limits = new java.util.ArrayList<>(more);
        limits.addAll(List.of(new FieldLimit("Guest", "sample.tree", "phones", FieldAccess.MASKED), new FieldLimit("Guest", "sample.tree", "age", FieldAccess.HIDDEN),
                new FieldLimit("Guest", "sample.tree", "code", FieldAccess.READ_ONLY)));
        engine.grant(GUEST.memberId(), new Grants(false, List.of(
                new RecordGrant("Guest", "sample.tree", "read", Scope.ALL, Set.of()), new RecordGrant("Guest", "sample.tree", "create", Scope.OWN, Set.of()),
                new RecordGrant("Guest", "sample.tree", "update", Scope.OWN, Set.of()), new RecordGrant("Guest", "sample.tree", "delete", Scope.OWN, Set.of())),
                limits, Set.of(), Set.of(), Set.of()), null);
    }

    public StandaloneRecords engine() {
        return engine;
    }

    public RecordStore<Tree> trees() {
        return engine.records().of(Tree.class);
    }

    public RecordStore<Leaf> leaves() {
        return engine.records().of(Leaf.class);
    }

    /** Does the work as an administrator. */
    public static <T> T asKeeper(Supplier<T> work) {
        return KEEPER.run(work);
    }

    public long count(String table) {
        return engine.db().read(connection -> {
            try (var statement = connection.createStatement(); var rows = statement.executeQuery("select count(*) from " + table)) {
                rows.next();
                return rows.getLong(1);
            }
        });
    }

    public static Map<String, Object> tree(String name) {
        return Map.of("name", name);
    }

    @Override
    public void close() {
        engine.close();
    }
}

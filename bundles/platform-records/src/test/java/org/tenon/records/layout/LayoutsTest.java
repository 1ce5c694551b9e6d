package org.tenon.records.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tenon.records.write.Forest.asKeeper;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.tenon.records.write.Forest;
import org.tenon.sdk.Kind;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.identity.Directory;
import org.tenon.sdk.identity.Grants;
import org.tenon.sdk.record.TypeInfo;
import org.tenon.testkit.BothDatabases;
import org.tenon.testkit.TestDatabase;

/** Forms arranged for everyone and for roles. */
class LayoutsTest {

    private static final String TREE = "sample.tree";
    private static final long SALES = 71;
    private static final long SERVICE = 72;
    private static final Caller SELLER = new Caller(21, "王芳", Locale.ENGLISH, false, null);
    private static final Caller HELPER = new Caller(22, "李强", Locale.ENGLISH, false, null);
    private static final Caller STRANGER = new Caller(23, "赵敏", Locale.ENGLISH, false, null);

    private final TestDatabase database;
    private Forest forest;

    LayoutsTest(TestDatabase database) {
        this.database = database;
    }

    /** A seller has two roles, a helper one, a stranger none. */
    private static final class Firm implements Directory {

        @Override
        public Grants grants(long memberId) {
            return new Grants(memberId == Forest.KEEPER.memberId(), List.of(), List.of(), Set.of(), Set.of(), Set.of());
        }

        @Override
        public Optional<Long> mainDepartment(long memberId) {
            return Optional.empty();
        }

        @Override
        public Set<Long> below(long department) {
            return Set.of(department);
        }

        @Override
        public Set<Long> roles(long memberId) {
            return memberId == SELLER.memberId() ? Set.of(SALES, SERVICE) : memberId == HELPER.memberId() ? Set.of(SERVICE) : Set.of();
        }

        @Override
        public boolean holds(Caller caller, String function) {
            return caller.system() || grants(caller.memberId()).administrator();
        }
    }

    @BeforeEach
    void open() {
        forest = new Forest(database);
        forest.engine().directory(new Firm());
    }

    @AfterEach
    void close() {
        forest.close();
    }

    @BothDatabases
    void aRolesFormGoesBeforeEveryonesAndThatBeforeTheDeclaredOne() {
        FormLayout declared = seen(STRANGER);
        store(0, 0, "all", List.of("age"));
        store(SERVICE, 0, "service", List.of("kind"));

        assertThat(seen(STRANGER).sections()).extracting(FormLayout.Section::name).containsExactly("all");
        assertThat(seen(STRANGER).hidden()).containsExactly("age");
        for (Caller caller : List.of(SELLER, HELPER)) {
            assertThat(seen(caller).sections()).extracting(FormLayout.Section::name).containsExactly("service");
            assertThat(seen(caller).hidden()).containsExactly("kind");
        }

        store(SALES, 0, "sales", List.of());
        assertThat(seen(SELLER).sections()).as("of several roles always the same one").isEqualTo(seen(SELLER).sections())
                .extracting(FormLayout.Section::name).containsExactly("sales");
        assertThat(seen(HELPER).hidden()).containsExactly("kind");

        asKeeper(() -> {
            forest.engine().layouts().remove(TREE, SERVICE);
            forest.engine().layouts().remove(TREE, 0);
            return Boolean.TRUE;
        });
        assertThat(seen(HELPER)).isEqualTo(declared);
        assertThat(seen(SELLER).sections()).extracting(FormLayout.Section::name).containsExactly("sales");
    }

    @BothDatabases
    void whoArrangesAnOldVersionOrAwayWhatIsNeededIsRefusedAndNothingChanges() {
        store(SALES, 0, "sales", List.of("age"));

        refused(Kind.STALE, 0, List.of());
        refused(Kind.INVALID, 1, List.of("name"));
        refused(Kind.INVALID, 1, List.of("nope"));

        assertThat(seen(SELLER).hidden()).containsExactly("age");
        store(SALES, 1, "sales", List.of("kind"));
        assertThat(seen(SELLER).hidden()).containsExactly("kind");
    }

    @BothDatabases
    void arrangingIsInTheSystemLog() {
        store(0, 0, "all", List.of());
        store(SALES, 0, "sales", List.of());
        asKeeper(() -> {
            forest.engine().layouts().remove(TREE, 0);
            forest.engine().layouts().remove(TREE, SERVICE);
            return Boolean.TRUE;
        });

        assertThat(forest.engine().acts()).containsExactly("records.layoutChanged: sample.tree",
                "records.layoutChanged: sample.tree, " + org.tenon.sdk.record.RecordId.text(SALES), "records.layoutReset: sample.tree");
        assertThat(forest.count("records_change where record_type = 'records.layout'")).isEqualTo(3);
    }

    private void store(long role, int version, String section, List<String> hidden) {
        asKeeper(() -> forest.engine().layouts().store(TREE, role, version, wish(section, hidden)));
    }

    private void refused(Kind kind, int version, List<String> hidden) {
        assertThatThrownBy(() -> store(SALES, version, "other", hidden)).isInstanceOfSatisfying(TenonException.class, e -> assertThat(e.kind()).isEqualTo(kind));
    }

    private static Map<String, Object> wish(String section, List<String> hidden) {
        return Map.of("sections", List.of(Map.of("name", section, "labels", Map.of("en", section), "columns", 2, "fields", List.of())), "hidden", hidden);
    }

    private FormLayout seen(Caller caller) {
        TypeInfo type = forest.engine().models().require(TREE).info();
        return forest.engine().layouts().of(caller, type);
    }
}

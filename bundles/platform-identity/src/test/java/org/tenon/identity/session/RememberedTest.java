package org.tenon.identity.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.tenon.identity.Identity;
import org.tenon.sdk.Kind;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.record.RecordId;
import org.tenon.testkit.BothDatabases;
import org.tenon.testkit.TestDatabase;

class RememberedTest {

    private final TestDatabase database;
    private Identity identity;
    private Remembered remembered;
    private long zhang;
    private Caller before;

    RememberedTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void open() {
        identity = new Identity(database);
        remembered = new Remembered(identity.persistence.db(), identity.persistence.tx(), identity.directory, identity.engine.records(), identity.unit);
        zhang = identity.member("zhang.wei", "kx7-Ruzo1q");
        before = Caller.bind(Caller.system("test"));
    }

    @AfterEach
    void close() {
        Caller.bind(before);
        identity.close();
    }

    @BothDatabases
    void theLastTextIsKeptAndCanBeForgotten() {
        remembered.keep(zhang, "list.customers.customer", "[1]");
        remembered.keep(zhang, "list.customers.customer", "[\"名称\"]");
        assertThat(remembered.of(zhang)).isEqualTo(Map.of("list.customers.customer", "[\"名称\"]"));
        remembered.keep(zhang, "list.customers.customer", null);
        assertThat(remembered.of(zhang)).isEmpty();
    }

    @BothDatabases
    void onesOwnGoesBeforeTheRoles() {
        long role = identity.engine.records().of("identity.role").create(Map.of("name", "销售")).id().value();
        long li = identity.member("li.na", "kx7-Ruzo1q", role);
        remembered.keepOfRole(new RecordId(role), "home", "of the role");
        assertThat(remembered.of(li)).isEqualTo(Map.of("home", "of the role"));
        assertThat(remembered.of(zhang)).isEmpty();
        remembered.keep(li, "home", "my own");
        assertThat(remembered.of(li)).isEqualTo(Map.of("home", "my own"));
        remembered.keep(li, "home", null);
        assertThat(remembered.of(li)).isEqualTo(Map.of("home", "of the role"));
    }

    @BothDatabases
    void whatCannotBeKeptIsRefusedAndNothingIsStored() {
        refused("a b", "x");
        refused("", "x");
        refused("n".repeat(101), "x");
        refused("n", "");
        refused("n", "x".repeat(Remembered.LONGEST + 1));
        refused("n", "nul\0");
        assertThat(remembered.of(zhang)).isEmpty();
        remembered.keep(zhang, "n".repeat(100), "x".repeat(Remembered.LONGEST));
        assertThat(remembered.of(zhang)).hasSize(1);
    }

    private void refused(String name, String content) {
        assertThatThrownBy(() -> remembered.keep(zhang, name, content)).isInstanceOfSatisfying(TenonException.class,
                refusal -> assertThat(refusal.kind()).isEqualTo(Kind.INVALID));
    }
}

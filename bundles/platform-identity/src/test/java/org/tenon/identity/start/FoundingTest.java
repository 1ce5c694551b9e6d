package org.tenon.identity.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.tenon.identity.Identity;
import org.tenon.identity.demo.DemoCompany;
import org.tenon.identity.organisation.Role;
import org.tenon.identity.password.PasswordRules;
import org.tenon.identity.permission.RoleGrants;
import org.tenon.identity.session.SignIn.Origin;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.identity.Grants;
import org.tenon.sdk.record.RecordId;
import org.tenon.testkit.BothDatabases;
import org.tenon.testkit.TestDatabase;

class FoundingTest {

    private static final Origin HERE = new Origin("10.0.0.1", "", Locale.ENGLISH);

    private final TestDatabase database;
    @TempDir
    private Path home;
    private Identity identity;
    private Founding founding;
    private ConfFolder conf;

    FoundingTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void open() {
        identity = new Identity(database);
        conf = new ConfFolder(home.resolve("conf"));
        founding = new Founding(identity.persistence.db(), identity.persistence.tx(), identity.engine.records(), identity.permissions,
                identity.credentials);
    }

    @AfterEach
    void close() {
        identity.close();
    }

    @BothDatabases
    void theFirstStartMakesAnAdministratorWhoCanSignIn() throws IOException {
        assertThat(founding.found(conf)).isTrue();
        String password = password();
        String session = identity.signIn.signIn("admin", password, HERE, null);
        assertThat(identity.authenticator.bySession(session)).hasValueSatisfying(known -> {
            assertThat(known.mustChangePassword()).isFalse();
            assertThat(identity.directory.grants(known.caller().memberId()).administrator()).isTrue();
        });
        assertThat(new PasswordRules().refusal(password, List.of("admin"))).isEmpty();
        assertThat(Files.getPosixFilePermissions(conf.file(Founding.PASSWORD_FILE))).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(Files.getPosixFilePermissions(home.resolve("conf"))).isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }

    @BothDatabases
    void laterStartsChangeNothing() throws IOException {
        founding.found(conf);
        String password = password();
        assertThat(founding.found(conf)).isFalse();
        assertThat(password()).isEqualTo(password);
        assertThat(identity.sql.list(row -> row.getString(1), "SELECT login FROM identity_member")).containsExactly("admin");
    }

    @BothDatabases
    void twoStartsAtOnceFoundOnce() throws IOException {
        CompletableFuture<Boolean> one = CompletableFuture.supplyAsync(() -> founding.found(conf));
        CompletableFuture<Boolean> other = CompletableFuture.supplyAsync(() -> founding.found(conf));
        assertThat(List.of(one.join(), other.join())).containsExactlyInAnyOrder(true, false);
        assertThat(identity.signIn.signIn("admin", password(), HERE, null)).isNotBlank();
    }

    @BothDatabases
    void startingRolesAllowWhatTheySay() {
        founding.found(conf);
        Set<String> names = Set.copyOf(identity.sql.list(row -> row.getString(1), "SELECT name FROM identity_role"));
        assertThat(names).containsExactlyInAnyOrder("Administrator", "Sales", "Sales manager", "Viewer");
        long viewer = identity.sql.list(row -> row.getLong(1), "SELECT id FROM identity_role WHERE name = 'Viewer'").get(0);
        Grants grants = identity.directory.grants(identity.member("viewer", "kx7-Ruzo1q", viewer));
        assertThat(grants.records()).extracting(Grants.RecordGrant::action).containsOnly("read");
        assertThat(grants.fields()).extracting(Grants.FieldLimit::access).containsOnly(Grants.FieldAccess.MASKED).hasSize(4);
        RoleGrants shown = Caller.system("test").run(() -> identity.permissions.get(new RecordId(viewer)));
        assertThat(shown.version()).isEqualTo(1);
        assertThat(shown.grants()).contains(RoleGrants.Grant.of("customers.customer", "read", "all"));
    }

    @BothDatabases
    void theDemoCompanyHasFortyMembersWhoCanSignIn() throws IOException {
        founding.found(conf);
        DemoCompany demo = new DemoCompany(identity.persistence.db(), identity.persistence.tx(), identity.engine.records(), identity.permissions,
                identity.credentials, conf);
        Caller.system("demo").run(() -> {
            demo.load();
            return true;
        });
        assertThat(identity.sql.list(row -> row.getLong(1), "SELECT id FROM identity_member WHERE status = 'active'")).hasSize(41);
        assertThat(identity.sql.list(row -> row.getLong(1), "SELECT id FROM identity_department WHERE head_id IS NOT NULL")).hasSize(13);
        List<String> accounts = Files.readAllLines(conf.file("demo-accounts.txt"));
        String password = accounts.get(2).strip();
        assertThat(accounts).hasSize(44);
        for (String login : List.of("zhang.wei", "chang.chiahui", "daniel.novak")) {
            assertThat(identity.signIn.signIn(login, password, HERE, null)).isNotBlank();
        }
        long head = identity.directory.byLogin("li.weidong").orElseThrow().id();
        assertThat(identity.directory.grants(head).below()).hasSize(13);
        assertThat(identity.directory.grants(identity.directory.byLogin("wu.haoran").orElseThrow().id()).administrator()).isTrue();
        assertThat(identity.engine.records().of(Role.class)).isNotNull();
    }

    private String password() throws IOException {
        List<String> lines = Files.readAllLines(conf.file(Founding.PASSWORD_FILE));
        return lines.get(lines.size() - 1);
    }
}

package org.tenon.identity;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import javax.ws.rs.ext.RuntimeDelegate;
import org.apache.cxf.jaxrs.impl.RuntimeDelegateImpl;
import org.tenon.identity.audit.AuditLog;
import org.tenon.identity.directory.Ids;
import org.tenon.identity.directory.MemoryDirectory;
import org.tenon.identity.organisation.AccessPolicy;
import org.tenon.identity.organisation.AccessPolicyRules;
import org.tenon.identity.organisation.Department;
import org.tenon.identity.organisation.DepartmentRules;
import org.tenon.identity.organisation.Member;
import org.tenon.identity.organisation.MemberRules;
import org.tenon.identity.organisation.Position;
import org.tenon.identity.organisation.PositionRules;
import org.tenon.identity.organisation.Role;
import org.tenon.identity.organisation.RoleRules;
import org.tenon.identity.password.Credentials;
import org.tenon.identity.password.PasswordHash;
import org.tenon.identity.permission.RolePermissions;
import org.tenon.identity.session.Account;
import org.tenon.identity.session.MemberAuthenticator;
import org.tenon.identity.session.Sessions;
import org.tenon.identity.session.SignIn;
import org.tenon.identity.session.Throttle;
import org.tenon.identity.session.Tokens;
import org.tenon.identity.sql.Sql;
import org.tenon.identity.text.Words;
import org.tenon.persistence.DatabaseConfig;
import org.tenon.persistence.PersistenceUnit;
import org.tenon.persistence.standalone.StandalonePersistence;
import org.tenon.records.standalone.StandaloneRecords;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.record.RecordId;
import org.tenon.testkit.TestDatabase;

/** Identity on a fresh database, with the record engine and without a container. Passwords are hashed fast. */
public final class Identity implements AutoCloseable {

    static {
        RuntimeDelegate.setInstance(new RuntimeDelegateImpl());
    }

    public final Ticking clock = new Ticking();
    public final Words words = new Words();
    public final StandaloneRecords engine;
    public final StandalonePersistence persistence;
    public final PersistenceUnit unit;
    public final Sql sql;
    public final MemoryDirectory directory;
    public final Credentials credentials;
    public final Sessions sessions;
    public final Tokens tokens;
    public final AuditLog audit;
    public final RolePermissions permissions;
    public final SignIn signIn;
    public final Account account;
    public final MemberAuthenticator authenticator;

    public Identity(TestDatabase database) {
        boot(database);
        engine = StandaloneRecords.open(DatabaseConfig.of(database.url(), database.user(), database.password()));
        persistence = engine.persistence();
        unit = persistence.unit("identity", Member.class, Department.class, Position.class, Role.class, Member.class,
                AccessPolicy.class);
        sql = new Sql(persistence.db());
        directory = new MemoryDirectory(persistence.db(), persistence.tx(), unit);
        credentials = new Credentials(persistence.db(), persistence.tx(), new PasswordHash(10), clock);
        sessions = new Sessions(persistence.db(), persistence.tx(), clock, Duration.ofHours(8), Duration.ofDays(7));
        tokens = Tokens.by(clock, persistence.db(), persistence.tx());
        audit = AuditLog.by(clock, persistence.db());
        TextsOfFile texts = new TextsOfFile();
        words.setLabels(texts);
        engine.area(unit).directory(directory).dictionaries(new IdentityDictionaries())
                .rules(new DepartmentRules(directory, words, persistence.db())).rules(new PositionRules(words, persistence.db()))
                .rules(new RoleRules(directory, words, persistence.db(), audit)).rules(new AccessPolicyRules(directory, words))
                .rules(new MemberRules(directory, sessions, tokens, words, persistence.db()));
        permissions = new RolePermissions(persistence.db(), engine.records(), engine.types(), directory, audit, words);
        signIn = new SignIn(directory, credentials, sessions, audit, texts, new Throttle(clock));
        account = new Account(directory, credentials, sessions, signIn, audit, texts, persistence.tx());
        authenticator = new MemberAuthenticator(sessions, tokens, directory, new org.tenon.identity.directory.Founded());
    }

    /** Makes the database before the pool looks for it, which does not wait long. */
    private static void boot(TestDatabase database) {
        try (Connection connection = database.connect()) {
            connection.isValid(0);
        } catch (SQLException e) {
            throw new IllegalStateException("no test database", e);
        }
    }

    /** Somebody who is signed in. */
    public Caller caller(long member) {
        return new Caller(member, "Member", Locale.ENGLISH, false, null);
    }

    /** An active member with a password, put in by SQL. */
    public long member(String login, String password, Long... roles) {
        long id = RecordId.next().value();
        persistence.tx().run(() -> {
            sql.update("INSERT INTO identity_member (id, version, name, login, status, role_ids, department_ids)"
                    + " VALUES (?, 1, ?, ?, 'active', ?, '[]')", id, "Member " + login, login, Ids.json(List.of(roles)));
            credentials.set(id, password, false);
            directory.changed();
        });
        return id;
    }

    public long department(String name, long parent) {
        long id = RecordId.next().value();
        if (parent == 0) {
            sql.update("INSERT INTO identity_department (id, version, name) VALUES (?, 1, ?)", id, name);
        } else {
            sql.update("INSERT INTO identity_department (id, version, name, parent_id) VALUES (?, 1, ?, ?)", id, name, parent);
        }
        return id;
    }

    public long role(String name, boolean administrator) {
        long id = RecordId.next().value();
        sql.update("INSERT INTO identity_role (id, version, name, administrator) VALUES (?, 1, ?, ?)", id, name, administrator);
        return id;
    }

    public void grant(long role, String type, String action, String scope, Long... departments) {
        sql.update("INSERT INTO identity_role_grant (role_id, record_type, action_name, data_scope, departments) VALUES (?, ?, ?, ?, ?)",
                role, type, action, scope, Ids.json(List.of(departments)));
    }

    public void limit(long role, String type, String field, String access) {
        sql.update("INSERT INTO identity_role_field (role_id, record_type, field_name, access_kind) VALUES (?, ?, ?, ?)", role, type, field, access);
    }

    public List<String> audited() {
        return sql.list(row -> row.getString(1), "SELECT event FROM identity_audit ORDER BY id");
    }

    @Override
    public void close() {
        directory.close();
        engine.close();
    }
}

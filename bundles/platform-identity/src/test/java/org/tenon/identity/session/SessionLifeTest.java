package org.tenon.identity.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.tenon.identity.Identity;
import org.tenon.identity.password.Secrets;
import org.tenon.identity.session.SignIn.Origin;
import org.tenon.sdk.Kind;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.identity.Authenticator.Session;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.record.RecordId;
import org.tenon.testkit.BothDatabases;
import org.tenon.testkit.TestDatabase;

class SessionLifeTest {

    private static final String PASSWORD = "kx7-Ruzo1q";
    private static final Origin HERE = new Origin("10.0.0.1", "Browser", Locale.ENGLISH);

    private final TestDatabase database;
    private Identity identity;
    private long zhang;

    SessionLifeTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void open() {
        identity = new Identity(database);
        zhang = identity.member("zhang.wei", PASSWORD);
    }

    @AfterEach
    void close() {
        identity.close();
    }

    @BothDatabases
    void aSessionTellsWhoCalls() {
        String token = signIn();
        Session session = identity.authenticator.bySession(token).orElseThrow();
        assertThat(session.caller().memberId()).isEqualTo(zhang);
        assertThat(session.caller().name()).isEqualTo("Member zhang.wei");
        assertThat(session.caller().system()).isFalse();
        assertThat(session.csrf()).isEqualTo(Secrets.csrf(token)).isNotEqualTo(Secrets.csrf(signIn()));
        assertThat(session.mustChangePassword()).isFalse();
        assertThat(identity.audited()).containsOnly("signed.in");
    }

    @BothDatabases
    void theDatabaseHoldsNoToken() {
        String token = signIn();
        assertThat(identity.sql.list(row -> row.getString(1), "SELECT token_hash FROM identity_session")).containsExactly(Secrets.hash(token));
        assertThat(Secrets.hash(token)).doesNotContain(token).hasSize(64);
    }

    @BothDatabases
    void loginIgnoresCaseAndBlanksPasswordDoesNot() {
        assertThat(identity.signIn.signIn(" Zhang.WEI ", PASSWORD, HERE, null)).isNotBlank();
        assertThatThrownBy(() -> identity.signIn.signIn("zhang.wei", PASSWORD + " ", HERE, null)).isInstanceOf(TenonException.class);
    }

    @BothDatabases
    void unknownLoginAndWrongPasswordAnswerTheSame() {
        TenonException unknown = refusal("nobody", PASSWORD);
        TenonException wrong = refusal("zhang.wei", "wrong");
        assertThat(unknown.kind()).isEqualTo(wrong.kind()).isEqualTo(Kind.UNAUTHENTICATED);
        assertThat(unknown.getMessage()).isEqualTo(wrong.getMessage());
        assertThat(unknown.details()).isEqualTo(wrong.details());
        assertThat(identity.audited()).containsExactly("sign.in.failed", "sign.in.failed");
    }

    @BothDatabases
    void guessingIsSlowedDownEvenForNobody() {
        for (int i = 0; i < 6; i++) {
            refusal("nobody", "guess " + i);
        }
        TenonException early = refusal("nobody", "guess");
        assertThat(early.kind()).isEqualTo(Kind.THROTTLED);
        assertThat(early.details()).isEqualTo(Map.of("retryAfter", 1L));
    }

    @BothDatabases
    void signingInAgainEndsTheSessionBefore() {
        String first = signIn();
        assertThat(identity.authenticator.bySession(first)).isPresent();
        String second = identity.signIn.signIn("zhang.wei", PASSWORD, HERE, first);
        assertThat(identity.authenticator.bySession(first)).isEmpty();
        assertThat(identity.authenticator.bySession(second)).isPresent();
    }

    @BothDatabases
    void aSessionEndsAfterEightIdleHours() {
        String token = signIn();
        identity.clock.advance(Duration.ofHours(8).minusSeconds(1));
        assertThat(identity.authenticator.bySession(token)).isPresent();
        identity.clock.advance(Duration.ofHours(8).minusSeconds(1));
        assertThat(identity.authenticator.bySession(token)).isPresent();
        identity.clock.advance(Duration.ofHours(8));
        assertThat(identity.authenticator.bySession(token)).isEmpty();
    }

    @BothDatabases
    void aSessionInUseEndsAfterSevenDays() {
        String token = signIn();
        for (int hours = 0; hours < 7 * 24 - 4; hours += 4) {
            identity.clock.advance(Duration.ofHours(4));
            assertThat(identity.authenticator.bySession(token)).isPresent();
        }
        identity.clock.advance(Duration.ofHours(4).minusMillis(1));
        assertThat(identity.authenticator.bySession(token)).isPresent();
        identity.clock.advance(Duration.ofMillis(1));
        assertThat(identity.authenticator.bySession(token)).isEmpty();
    }

    @BothDatabases
    void aSessionSeenWithinTheMinuteCostsNoDatabaseCall() {
        String token = signIn();
        assertThat(identity.authenticator.bySession(token)).isPresent();
        identity.sql.update("DELETE FROM identity_session");
        identity.clock.advance(Duration.ofSeconds(59));
        assertThat(identity.authenticator.bySession(token)).isPresent();
        identity.clock.advance(Duration.ofSeconds(1));
        assertThat(identity.authenticator.bySession(token)).isEmpty();
    }

    @BothDatabases
    void signingOutCountsAtOnce() {
        String here = signIn();
        String there = signIn();
        Caller caller = identity.authenticator.bySession(here).orElseThrow().caller();
        assertThat(identity.authenticator.bySession(there)).isPresent();
        assertThat(identity.sessions.end(zhang, RecordId.of(String.valueOf(caller.session())).value())).isTrue();
        assertThat(identity.authenticator.bySession(here)).isEmpty();
        assertThat(identity.authenticator.bySession(there)).isPresent();
        identity.sessions.endAll(zhang);
        assertThat(identity.authenticator.bySession(there)).isEmpty();
    }

    @BothDatabases
    void nobodyEndsTheSessionsOfOthers() {
        String token = signIn();
        long li = identity.member("li", PASSWORD);
        SessionInfo session = identity.sessions.of(zhang).get(0);
        assertThat(identity.sessions.end(li, session.id())).isFalse();
        assertThat(identity.authenticator.bySession(token)).isPresent();
    }

    @BothDatabases
    void whoLeftIsOutAtOnceAndCannotSignIn() {
        String token = signIn();
        String api = identity.tokens.make(zhang, "script", null).secret();
        assertThat(identity.authenticator.bySession(token)).isPresent();
        assertThat(identity.authenticator.byToken(api)).isPresent();
        identity.persistence.tx().run(() -> {
            identity.sql.update("UPDATE identity_member SET status = 'left' WHERE id = ?", zhang);
            identity.directory.changed();
        });
        assertThat(identity.authenticator.bySession(token)).isEmpty();
        assertThat(identity.authenticator.byToken(api)).isEmpty();
        assertThat(refusal("zhang.wei", PASSWORD).kind()).isEqualTo(Kind.UNAUTHENTICATED);
    }

    @BothDatabases
    void aNewPasswordEndsAllSessionsButTheNewOne() {
        String here = signIn();
        String there = signIn();
        String fresh = identity.account.change(zhang, PASSWORD, "another-Ruzo2q", HERE);
        assertThat(identity.authenticator.bySession(here)).isEmpty();
        assertThat(identity.authenticator.bySession(there)).isEmpty();
        assertThat(identity.authenticator.bySession(fresh)).isPresent();
        assertThat(refusal("zhang.wei", PASSWORD).kind()).isEqualTo(Kind.UNAUTHENTICATED);
        assertThat(identity.signIn.signIn("zhang.wei", "another-Ruzo2q", HERE, null)).isNotBlank();
    }

    @BothDatabases
    void anUnfitOrUnconfirmedPasswordChangesNothing() {
        assertRefused("current", () -> identity.account.change(zhang, "wrong", "another-Ruzo2q", HERE));
        assertRefused("next", () -> identity.account.change(zhang, PASSWORD, PASSWORD, HERE));
        assertRefused("next", () -> identity.account.change(zhang, PASSWORD, "short", HERE));
        assertRefused("next", () -> identity.account.change(zhang, PASSWORD, "zhang.wei12", HERE));
        assertThat(signIn()).isNotBlank();
    }

    @BothDatabases
    void aResetPasswordWorksAndMustBeChanged() {
        String before = signIn();
        String once = Caller.system("test").run(() -> identity.account.reset(zhang));
        assertThat(identity.authenticator.bySession(before)).isEmpty();
        String token = identity.signIn.signIn("zhang.wei", once, HERE, null);
        assertThat(identity.authenticator.bySession(token).orElseThrow().mustChangePassword()).isTrue();
        String fresh = identity.account.change(zhang, once, "another-Ruzo2q", HERE);
        assertThat(identity.authenticator.bySession(fresh).orElseThrow().mustChangePassword()).isFalse();
        assertThat(identity.audited()).contains("password.reset", "password.changed");
    }

    @BothDatabases
    void onlyBrowserSessionsPassForBrowsers() {
        Caller browser = identity.authenticator.bySession(signIn()).orElseThrow().caller();
        assertThat(identity.sessions.browser(browser)).isEqualTo(browser);
        Caller program = identity.authenticator.byToken(identity.tokens.make(zhang, "script", null).secret()).orElseThrow();
        assertThatThrownBy(() -> identity.sessions.browser(program)).isInstanceOfSatisfying(TenonException.class,
                refused -> assertThat(refused.kind()).isEqualTo(Kind.FORBIDDEN));
    }

    @BothDatabases
    void sessionsLongOverAreSweptAway() {
        signIn();
        identity.clock.advance(Duration.ofHours(9));
        signIn();
        assertThat(identity.sql.list(row -> row.getLong(1), "SELECT id FROM identity_session")).hasSize(1);
    }

    private String signIn() {
        return identity.signIn.signIn("zhang.wei", PASSWORD, HERE, null);
    }

    private TenonException refusal(String login, String password) {
        return org.assertj.core.api.Assertions.catchThrowableOfType(TenonException.class,
                () -> identity.signIn.signIn(login, password, HERE, null));
    }

    private static void assertRefused(String field, org.assertj.core.api.ThrowableAssert.ThrowingCallable change) {
        assertThatThrownBy(change).isInstanceOfSatisfying(TenonException.class, refused -> {
            assertThat(refused.kind()).isEqualTo(Kind.INVALID);
            assertThat(refused.errors()).extracting("field").containsExactly(field);
        });
    }
}

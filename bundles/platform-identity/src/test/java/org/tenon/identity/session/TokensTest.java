package org.tenon.identity.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.tenon.identity.Identity;
import org.tenon.identity.password.Secrets;
import org.tenon.sdk.Kind;
import org.tenon.sdk.TenonException;
import org.tenon.testkit.BothDatabases;
import org.tenon.testkit.TestDatabase;

class TokensTest {

    private final TestDatabase database;
    private Identity identity;
    private long zhang;

    TokensTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void open() {
        identity = new Identity(database);
        zhang = identity.member("zhang.wei", "kx7-Ruzo1q");
    }

    @AfterEach
    void close() {
        identity.close();
    }

    @BothDatabases
    void aTokenTellsWhoCallsAndIsKeptAsAHash() {
        Tokens.Fresh made = identity.tokens.make(zhang, "script", null);
        assertThat(made.secret()).startsWith("tnn_").hasSize(47);
        assertThat(identity.authenticator.byToken(made.secret()).orElseThrow().memberId()).isEqualTo(zhang);
        assertThat(identity.sql.list(row -> row.getString(1), "SELECT token_hash FROM identity_token")).containsExactly(Secrets.hash(made.secret()));
        assertThat(identity.tokens.of(zhang)).singleElement().satisfies(token -> {
            assertThat(token.everlasting()).isTrue();
            assertThat(token.used()).isEqualTo(identity.clock.instant());
        });
    }

    @BothDatabases
    void otherWordsAreNobodys() {
        String secret = identity.tokens.make(zhang, "script", null).secret();
        assertThat(identity.authenticator.byToken("")).isEmpty();
        assertThat(identity.authenticator.byToken("tnn_")).isEmpty();
        assertThat(identity.authenticator.byToken(secret.substring(4))).isEmpty();
        assertThat(identity.authenticator.byToken(secret.toUpperCase(java.util.Locale.ROOT))).isEmpty();
        assertThat(identity.authenticator.byToken(Secrets.hash(secret))).isEmpty();
        assertThat(identity.authenticator.bySession(secret)).isEmpty();
    }

    @BothDatabases
    void aTokenEndsWhenItSays() {
        Instant end = identity.clock.instant().plus(Duration.ofSeconds(30));
        String secret = identity.tokens.make(zhang, "script", end).secret();
        assertThat(identity.authenticator.byToken(secret)).isPresent();
        identity.clock.advance(Duration.ofSeconds(29));
        assertThat(identity.authenticator.byToken(secret)).isPresent();
        identity.clock.advance(Duration.ofSeconds(1));
        assertThat(identity.authenticator.byToken(secret)).isEmpty();
    }

    @BothDatabases
    void removingCountsAtOnceAndOnlyForOnesOwn() {
        Tokens.Fresh made = identity.tokens.make(zhang, "script", null);
        assertThat(identity.authenticator.byToken(made.secret())).isPresent();
        long li = identity.member("li", "kx7-Ruzo1q");
        assertThat(identity.tokens.remove(li, made.id())).isFalse();
        assertThat(identity.authenticator.byToken(made.secret())).isPresent();
        assertThat(identity.tokens.remove(zhang, made.id())).isTrue();
        assertThat(identity.authenticator.byToken(made.secret())).isEmpty();
    }

    @BothDatabases
    void fiftyAreEnough() {
        for (int i = 0; i < Tokens.MOST; i++) {
            identity.tokens.make(zhang, "script " + i, null);
        }
        assertThatThrownBy(() -> identity.tokens.make(zhang, "one more", null)).isInstanceOfSatisfying(TenonException.class,
                refused -> assertThat(refused.kind()).isEqualTo(Kind.CONFLICT));
        assertThat(identity.tokens.of(zhang)).hasSize(Tokens.MOST);
    }
}

package org.tenon.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.tenon.persistence.DatabaseConfig;
import org.tenon.persistence.standalone.StandalonePersistence;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.lint.text.Sentence;
import org.tenon.testkit.BothDatabases;
import org.tenon.testkit.TestDatabase;

class AttemptsTest {

    @BothDatabases
    void everyAttemptIsKeptNewestFirst(TestDatabase database) throws SQLException {
        // Made here, as the pool does not wait long for it.
        database.connect().close();
        try (var persistence = StandalonePersistence.open(DatabaseConfig.of(database.url(), database.user(), database.password()))) {
            persistence.unit("plugins", Attempts.class);
            Attempts attempts = new Attempts(persistence.db(), Clock.fixed(Instant.parse("2026-11-23T08:00:00.5Z"), ZoneOffset.UTC));
            Caller caller = new Caller(42, "王婷", Locale.ENGLISH, false, null);

            attempts.add(caller, "install", "orders", "1.0.0", Sentence.of("plugins.said.failed", "orders", "1.0.0", Sentence.of("plugins.said.missingPackage", "com.acme.x", "")));
            attempts.add(caller, "upgrade", "orders", "1.1.0", Sentence.verbatim("x".repeat(9000)));
            attempts.add(caller, "uninstall", "orders", "1.0.0", null);

            List<Attempts.Attempt> latest = attempts.latest(Locale.ENGLISH);
            assertThat(latest).extracting(Attempts.Attempt::action).containsExactly("uninstall", "upgrade", "install");
            assertThat(latest).extracting(Attempts.Attempt::outcome).containsExactly("done", "failed", "failed");
            assertThat(latest.get(1).reason()).hasSize(2000);
            assertThat(latest.get(2).reason()).isEqualTo("orders 1.0.0 does not come up: the package com.acme.x is missing");
            assertThat(attempts.latest(Locale.SIMPLIFIED_CHINESE).get(2).reason()).isEqualTo("orders 1.0.0 未能启动：缺少包 com.acme.x");
            assertThat(attempts.latest(Locale.TRADITIONAL_CHINESE).get(2).reason()).isEqualTo("orders 1.0.0 未能啟動：缺少套件 com.acme.x");
            assertThat(latest.get(0).at()).isEqualTo(LocalDateTime.parse("2026-11-23T08:00:00.5"));
            assertThat(latest.get(0).by()).isEqualTo("王婷");
        }
    }
}

package org.tenon.it;

import java.util.Map;
import org.tenon.testkit.DatabaseKind;
import org.tenon.testkit.TestDatabase;

/** The same on PostgreSQL. */
class PluginsSurviveOnPostgresIT extends PluginsSurviveIT {

    private final TestDatabase database = TestDatabase.create(DatabaseKind.POSTGRESQL);

    @Override
    Map<String, String> config() {
        return Map.of("db.kind", "postgresql", "db.url", database.url(), "db.user", database.user());
    }
}

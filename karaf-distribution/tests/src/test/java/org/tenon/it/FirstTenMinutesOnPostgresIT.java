package org.tenon.it;

import java.util.Map;
import org.tenon.testkit.DatabaseKind;
import org.tenon.testkit.TestDatabase;
import org.tenon.testkit.process.Tenon;

/** The same on PostgreSQL, by configuration alone. */
class FirstTenMinutesOnPostgresIT extends FirstTenMinutesIT {

    FirstTenMinutesOnPostgresIT() {
        super(start(TestDatabase.create(DatabaseKind.POSTGRESQL)));
    }

    private static Tenon start(TestDatabase database) {
        return Tenon.start("postgresql", Map.of("db.kind", "postgresql", "db.url", database.url(), "db.user", database.user()));
    }
}

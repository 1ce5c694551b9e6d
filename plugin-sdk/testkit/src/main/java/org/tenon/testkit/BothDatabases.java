package org.tenon.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * In place of {@code @Test}: runs the method once on each kind of database. A parameter of type {@link TestDatabase} — of the method, of the
 * test class's constructor or of a {@code @BeforeEach} method — is a fresh, empty database, the same for all of them, dropped after the test.
 * The runs on PostgreSQL are skipped, with the reason, where its binaries are missing, and fail there if {@code TENON_REQUIRE_DATA=1}.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@ExtendWith(DatabaseInvocations.class)
public @interface BothDatabases {
}

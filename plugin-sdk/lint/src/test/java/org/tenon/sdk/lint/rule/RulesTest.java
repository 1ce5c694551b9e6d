package org.tenon.sdk.lint.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tenon.sdk.lint.Jar;
import org.tenon.sdk.lint.Lint;
import org.tenon.sdk.lint.archive.ArchiveReader;
import org.tenon.sdk.lint.rule.Finding.Severity;
import sample.loyalty.NamelessResource;
import sample.loyalty.OpenResource;
import sample.loyalty.Points;
import sample.loyalty.PointsResource;
import sample.loyalty.StrayPoints;

/** Each rule with a plugin that keeps to it and ones that do not. */
class RulesTest {

    private static final String BASE = "osgi.jaxrs.application.base=";
    private static final String APPLICATION = "javax.ws.rs.core.Application";

    @TempDir
    private Path folder;

    static Stream<Arguments> good() {
        return Stream.of(
            Arguments.of("a bundle with texts", Jar.bundle()),
            Arguments.of("record type, REST and migration of its own", Jar.bundle().type(Points.class).type(PointsResource.class)
                .component("sample.App", APPLICATION, BASE + "/api/loyalty")
                .file("db/V1__loyalty.sql", "CREATE TABLE loyalty_points (${record}, remark ${text}); CREATE UNIQUE INDEX loyalty_i ON loyalty_points (id);\n"
                    + "ALTER TABLE loyalty_points ADD COLUMN total INTEGER; ALTER TABLE loyalty_points ADD COLUMN kind VARCHAR(9) DEFAULT 'x' NOT NULL;\n"
                    + "INSERT INTO loyalty_points (remark) VALUES ('DROP TABLE; a TEXT'); UPDATE loyalty_points SET total = 0")
                .file("db/V2__fewer_indexes.sql", "DROP INDEX loyalty_i")),
            Arguments.of("all the libraries the platform offers", Jar.bundle().header("Import-Package", "org.tenon.sdk;version=\"[1.0,2)\",org.slf4j;version=\"[1.7,2)\","
                + "jakarta.persistence,javax.ws.rs.core,com.fasterxml.jackson.databind.node,org.osgi.service.component.annotations,javax.xml.parsers,java.sql")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("good")
    void whoeverKeepsToTheRulesHasNoFindings(String what, Jar bundle) throws IOException {
        assertThat(check(bundle)).as(what).isEmpty();
        assertThat(check(Jar.kar(bundle))).as(what + " as KAR").isEmpty();
    }

    static Stream<Arguments> refused() {
        return Stream.of(
            Arguments.of("feature", "<configfile>", Jar.kar(Jar.feature("<bundle>mvn:com.example/loyalty/1.2.0</bundle><configfile finalname=\"/etc/x\">mvn:a/b/1</configfile>"), Jar.bundle())),
            Arguments.of("feature", "another repository", Jar.kar(Jar.feature("<bundle>mvn:com.example/loyalty/1.2.0</bundle>")
                .replace("<feature ", "<repository>http://x/</repository><feature "), Jar.bundle())),
            Arguments.of("feature", "belongs to no bundle", Jar.kar(Jar.bundle()).file("repository/nested.kar", "x")),
            Arguments.of("feature", "the platform", Jar.bundle().header("Tenon-Area", "records")),
            Arguments.of("bundle", "part of the platform", Jar.bundle().header("Bundle-SymbolicName", "org.tenon.platform.records")),
            Arguments.of("bundle", "Fragment-Host", Jar.bundle().header("Fragment-Host", "org.tenon.platform.web")),
            Arguments.of("bundle", "Require-Bundle", Jar.bundle().header("Require-Bundle", "org.tenon.platform.web")),
            Arguments.of("bundle", "Bundle-NativeCode", Jar.bundle().header("Bundle-NativeCode", "lib/x.so;osname=Linux")),
            Arguments.of("bundle", "Provide-Capability", Jar.bundle().header("Provide-Capability", "osgi.extender;osgi.extender=\"x\"")),
            Arguments.of("exports", "sample.loyalty.api", Jar.bundle().header("Export-Package", "sample.loyalty.api;version=\"1.0\"")),
            Arguments.of("exports", "which only the platform may", Jar.bundle().header("Export-Package", "org.tenon.sdk.record;version=\"1.0\"")),
            Arguments.of("exports", "SDK's package org.tenon.sdk.lint", Jar.bundle().type(Lint.class)),
            Arguments.of("imports", "optionally", Jar.bundle().header("Import-Package", "org.slf4j;resolution:=optional")),
            Arguments.of("imports", "DynamicImport-Package", Jar.bundle().header("DynamicImport-Package", "*")),
            Arguments.of("imports", "without a range", Jar.bundle().header("Import-Package", "org.tenon.sdk.record")),
            Arguments.of("imports", "without a range", Jar.bundle().header("Import-Package", "org.tenon.sdk.record;version=\"1.0\"")),
            Arguments.of("imports", "internal to another part", Jar.bundle().header("Import-Package", "org.tenon.persistence;version=\"[1.0,2)\"")),
            Arguments.of("imports", "org.apache.karaf.features", Jar.bundle().header("Import-Package", "org.apache.karaf.features;version=\"[4.4,5)\"")),
            Arguments.of("imports", "javax.inject", Jar.bundle().header("Import-Package", "javax.inject")),
            Arguments.of("java", "Java 21", Jar.bundle().file("sample/New.class", compiledFor(65))),
            Arguments.of("whiteboard", "JaxrsExtension", Jar.bundle().component("sample.Filter", "javax.ws.rs.container.ContainerRequestFilter", "osgi.jaxrs.extension=true")),
            Arguments.of("whiteboard", "JaxrsApplicationSelect", Jar.bundle().component("sample.R", "sample.R", "osgi.jaxrs.application.select=(osgi.jaxrs.name=*)")),
            Arguments.of("whiteboard", "JaxrsResource", Jar.bundle().component("sample.R", "sample.R", "osgi.jaxrs.resource=true")),
            Arguments.of("whiteboard", "HTTP whiteboard", Jar.bundle().component("sample.S", "sample.S", "osgi.http.whiteboard.servlet.pattern=/x")),
            Arguments.of("whiteboard", "servlet", Jar.bundle().component("sample.S", "javax.servlet.Filter")),
            Arguments.of("whiteboard", "hooks", Jar.bundle().component("sample.H", "org.osgi.framework.hooks.service.FindHook")),
            Arguments.of("area", "does not belong", Jar.kar(Jar.bundle().header("Tenon-Area", "customers"))),
            Arguments.of("area", "no header Tenon-Area", Jar.bundle().header("Tenon-Area", "").component("sample.App", APPLICATION, BASE + "/api/loyalty")),
            Arguments.of("area", "/api/customers", Jar.bundle().component("sample.App", APPLICATION, BASE + "/api/customers")),
            Arguments.of("area", "area 'customers'", Jar.bundle().type(StrayPoints.class)),
            Arguments.of("area", "begins with loyalty_", Jar.bundle().type(StrayPoints.class)),
            Arguments.of("permissions", "NamelessResource.list", Jar.bundle().type(NamelessResource.class)),
            Arguments.of("migrations", "DROP TABLE", migration("DROP TABLE loyalty_points")),
            Arguments.of("migrations", "DROP COLUMN", migration("ALTER TABLE loyalty_points DROP COLUMN a")),
            Arguments.of("migrations", "DELETE", migration("DELETE FROM loyalty_points")),
            Arguments.of("migrations", "customers_customer", migration("ALTER TABLE customers_customer ADD COLUMN points INTEGER")),
            Arguments.of("migrations", "customers_customer_name", migration("DROP INDEX customers_customer_name")),
            Arguments.of("migrations", "customers_customer", migration("UPDATE customers_customer SET name = ''")),
            Arguments.of("migrations", "has no default", migration("ALTER TABLE loyalty_points ADD COLUMN a INTEGER NOT NULL")),
            Arguments.of("migrations", "must be called", Jar.bundle().file("db/V1-points.sql", "CREATE TABLE loyalty_a (id BIGINT)")),
            Arguments.of("migrations", "have the number", migration("CREATE TABLE loyalty_a (id BIGINT)").file("db/V01__loyalty.sql", "CREATE TABLE loyalty_b (id BIGINT)")));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("refused")
    void whoeverBreaksARuleIsRefusedAndToldWhat(String rule, String text, Jar archive) throws IOException {
        List<Finding> findings = check(archive);

        assertThat(findings).filteredOn(finding -> finding.severity() == Severity.REFUSE).extracting(Finding::rule).contains(rule);
        assertThat(findings).anySatisfy(finding -> {
            assertThat(finding.rule()).isEqualTo(rule);
            assertThat(finding.text(Locale.ENGLISH)).contains(text);
        });
        assertThat(Lint.accepts(findings)).isFalse();
    }

    static Stream<Arguments> warned() {
        return Stream.of(
            Arguments.of("bundle", "Bundle-Activator", Jar.bundle().header("Bundle-Activator", "sample.Start")),
            Arguments.of("permissions", "shops ask for the rules", Jar.bundle().type(OpenResource.class)),
            Arguments.of("migrations", "TEXT", migration("CREATE TABLE loyalty_a (remark TEXT)")),
            Arguments.of("texts", "menu.loyalty.points", Jar.bundle().file("i18n/loyalty_zh_TW.properties", "area.label=會員積分")),
            Arguments.of("texts", "no texts in i18n/loyalty_en.properties", Jar.bundle().without("i18n/loyalty_en.properties")));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("warned")
    void whatAnAdministratorShouldKnowIsPointedOut(String rule, String text, Jar archive) throws IOException {
        List<Finding> findings = check(archive);

        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.WARN);
            assertThat(finding.rule()).isEqualTo(rule);
            assertThat(finding.text(Locale.ENGLISH)).contains(text);
        });
        assertThat(Lint.accepts(findings)).isTrue();
    }

    @Test
    void refusalsComeBeforeWarnings() throws IOException {
        List<Finding> findings = check(Jar.bundle().header("Bundle-Activator", "sample.Start").header("Export-Package", "sample"));

        assertThat(findings).extracting(Finding::severity).containsExactly(Severity.REFUSE, Severity.WARN);
    }

    private List<Finding> check(Jar jar) throws IOException {
        return Lint.check(ArchiveReader.read(jar.in(folder)));
    }

    private static Jar migration(String statement) {
        return Jar.bundle().file("db/V1__loyalty.sql", statement + ";");
    }

    /** A class file of the tests that claims another version. */
    private static byte[] compiledFor(int major) {
        try (var in = RulesTest.class.getResourceAsStream("RulesTest.class")) {
            byte[] bytes = in.readAllBytes();
            bytes[7] = (byte) major;
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.tenon.sdk.lint.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tenon.sdk.lint.Jar;
import org.tenon.sdk.lint.archive.PluginArchive.Requirement;
import org.tenon.sdk.lint.bundle.Migration;
import org.tenon.sdk.lint.zip.ArchiveException;
import sample.loyalty.LoyaltyMenu;
import sample.loyalty.LoyaltyPermissions;
import sample.loyalty.OpenResource;
import sample.loyalty.Points;
import sample.loyalty.PointsResource;

class ArchiveReaderTest {

    @TempDir
    private Path folder;

    @Test
    void aKarIsItsFeatureWithItsBundles() throws IOException {
        String feature = Jar.feature("<feature version=\"[0.1,1)\">tenon-platform</feature><bundle start-level=\"80\">mvn:com.example/loyalty/1.2.0</bundle>");

        PluginArchive archive = ArchiveReader.read(Jar.kar(feature, Jar.bundle()).in(folder));

        assertThat(archive.name()).isEqualTo("loyalty");
        assertThat(archive.version()).isEqualTo("1.2.0");
        assertThat(archive.kar()).isTrue();
        assertThat(archive.requires()).containsExactly(new Requirement("tenon-platform", "[0.1,1)"));
        assertThat(archive.bundles()).singleElement().satisfies(bundle -> {
            assertThat(bundle.path()).isEqualTo("repository/com/example/loyalty/1.2.0/loyalty-1.2.0.jar");
            assertThat(bundle.startLevel()).isEqualTo(80);
            assertThat(bundle.symbolicName()).isEqualTo("com.example.loyalty");
        });
        assertThat(archive.notes()).isEmpty();
    }

    @Test
    void aSingleBundleIsNamedByItsAreaElseByItsSymbolicName() throws IOException {
        assertThat(ArchiveReader.read(Jar.bundle().in(folder)).name()).isEqualTo("loyalty");
        assertThat(ArchiveReader.read(Jar.empty().header("Bundle-SymbolicName", "com.example.phone;singleton:=true").header("Bundle-Version", "2.0.0").in(folder)))
            .satisfies(archive -> assertThat(archive.name() + " " + archive.version()).isEqualTo("phone 2.0.0"));
    }

    @Test
    void whatItBringsIsReadWithoutRunningIt() throws IOException {
        Jar bundle = Jar.bundle().type(Points.class).type(PointsResource.class).type(OpenResource.class).type(LoyaltyMenu.class).type(LoyaltyPermissions.class)
            .component("sample.loyalty.LoyaltyMenu", "org.tenon.sdk.shell.MenuContribution")
            .component("sample.loyalty.LoyaltyPermissions", "org.tenon.sdk.identity.PermissionContribution")
            .component("sample.loyalty.Expiry", "org.tenon.sdk.job.TimerTask")
            .component("sample.loyalty.LoyaltyApplication", "javax.ws.rs.core.Application", "osgi.jaxrs.application.base=/api/loyalty")
            .file("db/V10__loyalty.sql", "CREATE INDEX loyalty_b ON loyalty_points (id);").file("db/V2__loyalty.sql", "CREATE TABLE loyalty_points (${record});");

        PluginArchive archive = ArchiveReader.read(Jar.kar(bundle).in(folder));
        Brings brings = Brings.of(archive.bundles());

        assertThat(brings.menu()).singleElement().satisfies(entry -> {
            assertThat(entry.name()).isEqualTo("loyalty.points");
            assertThat(entry.label(Locale.SIMPLIFIED_CHINESE)).isEqualTo("积分");
            assertThat(entry.label(Locale.TRADITIONAL_CHINESE)).isEqualTo("積分");
            assertThat(entry.label(Locale.GERMAN)).isEqualTo("Points");
        });
        assertThat(brings.paths()).extracting(Brings.Item::name).containsExactly("/api/loyalty");
        assertThat(brings.types()).extracting(Brings.Item::name).containsExactly("loyalty.points");
        assertThat(brings.permissions()).extracting(Brings.Item::name).containsExactly("loyalty:adjust", "loyalty.points:redeem");
        assertThat(brings.timers()).extracting(Brings.Item::name).containsExactly("sample.loyalty.Expiry");
        assertThat(brings.asks()).containsExactlyInAnyOrder("loyalty:read", "loyalty.points:redeem", "public");
        assertThat(archive.bundles().get(0).migrations()).extracting(Migration::file).containsExactly("db/V2__loyalty.sql", "db/V10__loyalty.sql");
    }

    @Test
    void classesOfJarsOnTheBundlesClassPathAreRead() throws IOException {
        Jar bundle = Jar.bundle().header("Bundle-ClassPath", ".,lib/rest.jar").file("lib/rest.jar", Jar.empty().type(PointsResource.class).bytes());

        assertThat(Brings.of(ArchiveReader.read(bundle.in(folder)).bundles()).asks()).contains("loyalty:read");
    }

    @Test
    void anAttackInsideABundleIsSeen() {
        Path file = Jar.kar(Jar.bundle().file("../../evil.txt", "x")).in(folder);

        assertThatThrownBy(() -> ArchiveReader.read(file)).isInstanceOf(ArchiveException.class).hasMessageContaining("loyalty-1.2.0.jar").hasMessageContaining("outside");
    }

    @Test
    void aStatementEndsAtASemicolonOutsideOfQuotesAndComments() {
        String script = "-- first; of two\nINSERT INTO a_b (t) VALUES ('x;''y');\n/* CREATE; */ CREATE TABLE a_c (\n  id BIGINT -- key;\n)";

        assertThat(Migration.of("db/V1__a.sql", script).statements())
            .containsExactly("INSERT INTO a_b (t) VALUES ('x;''y')", "CREATE TABLE a_c (\n  id BIGINT\n)");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "<features><feature name=\"a\" version=\"1.0\"/><feature name=\"b\" version=\"1.0\"/></features>",
        "<features><feature name=\"a\" version=\"1.0\"/></features>",
        "<features><feature name=\"loyalty\" version=\"1.0\"><bundle>http://example.com/a.jar</bundle></feature></features>",
        "<features><feature name=\"loyalty\" version=\"1.0\"><bundle>mvn:com.example/absent/1.0</bundle></feature></features>",
        "<features><feature name=\"Loyalty Points\" version=\"1.0\"><bundle>mvn:com.example/loyalty/1.2.0</bundle></feature></features>",
        "<features><feature name=\"loyalty\" version=\"latest\"><bundle>mvn:com.example/loyalty/1.2.0</bundle></feature></features>",
        "<!DOCTYPE f [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><features><feature name=\"loyalty\" version=\"1.0\">&x;</feature></features>",
        "no xml"})
    void aFeaturesFileThatIsNoPluginsIsRefused(String xml) {
        Path file = Jar.kar(xml, Jar.bundle()).in(folder);

        assertThatThrownBy(() -> ArchiveReader.read(file)).isInstanceOf(ArchiveException.class);
    }

    @Test
    void aJarThatIsNoBundleIsRefused() {
        Path file = Jar.empty().file("readme.txt", "hello").in(folder);

        assertThatThrownBy(() -> ArchiveReader.read(file)).isInstanceOf(ArchiveException.class).hasMessageContaining("Bundle-SymbolicName");
    }
}

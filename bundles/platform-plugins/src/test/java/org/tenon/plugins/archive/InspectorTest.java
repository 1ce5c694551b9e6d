package org.tenon.plugins.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tenon.plugins.archive.Signature.State;
import org.tenon.sdk.Kind;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.lint.bundle.Migration;
import org.tenon.sdk.lint.rule.Finding.Severity;

class InspectorTest {

    @TempDir
    private Path folder;
    private Path conf;
    private Path archive;
    private Inspector inspector;

    @BeforeEach
    void layOut() throws IOException {
        conf = Files.createDirectories(folder.resolve("conf/trusted-plugins")).getParent();
        archive = bundle();
        inspector = new Inspector(conf, Clock.systemUTC());
    }

    @Test
    void allThatIsKnownOfABundleIsTold() throws IOException {
        Inspection found = inspector.inspect(archive);

        assertThat(found.name()).isEqualTo("loyalty");
        assertThat(found.version()).isEqualTo("1.2.0");
        assertThat(found.label(Locale.SIMPLIFIED_CHINESE)).isEqualTo("Loyalty");
        assertThat(found.bundles()).containsExactly(new BundleInArchive("", "com.example.loyalty", "1.2.0", "loyalty", 0));
        assertThat(found.migrations()).containsExactly(Migration.of("db/V1__loyalty.sql", "CREATE TABLE loyalty_points (${record})"));
        assertThat(found.smoke()).containsExactly("/api/loyalty/points", "/api/loyalty/rules");
        assertThat(found.compatibleFrom()).isEqualTo("1.1");
        assertThat(found.sha256()).matches("[0-9a-f]{64}").isEqualTo(Inspector.sha256(archive));
    }

    @Test
    void anUnsignedArchiveIsPointedOutUnlessThePolicySaysOtherwise() throws IOException {
        assertThat(inspector.inspect(archive).signature()).isEqualTo(new Signature(State.UNSIGNED, ""));
        assertThat(inspector.inspect(archive).findings()).singleElement().satisfies(finding -> assertThat(finding.severity()).isEqualTo(Severity.WARN));
        assertThat(inspector.inspect(archive).accepted()).isTrue();

        policy("off");
        assertThat(inspector.inspect(archive).findings()).isEmpty();

        policy("require");
        assertThat(inspector.inspect(archive).accepted()).isFalse();
        assertThat(inspector.inspect(archive).findings()).extracting(finding -> finding.text(Locale.ENGLISH)).singleElement().asString().contains("nobody has signed");
    }

    @Test
    void aPolicyNobodyKnowsIsNotGuessed() throws IOException {
        policy("maybe");

        refused().hasMessageContaining("off, warn or require").satisfies(e -> assertThat(((TenonException) e).kind()).isEqualTo(Kind.CONFLICT));
    }

    @Test
    void aSignatureIsValidOnceItsSignerIsTrusted() throws Exception {
        policy("require");
        Signer author = Signer.named(folder, "author");
        author.sign(archive);

        assertThat(inspector.inspect(archive).signature()).isEqualTo(new Signature(State.UNTRUSTED, "CN=author"));
        assertThat(inspector.inspect(archive).accepted()).isFalse();

        Files.writeString(conf.resolve("trusted-plugins/author.pem"), author.pem());
        assertThat(inspector.inspect(archive).signature()).isEqualTo(new Signature(State.VALID, "CN=author"));
        assertThat(inspector.inspect(archive).findings()).isEmpty();
    }

    @Test
    void aSignatureIsValidIfATrustedAuthorityCertifiedTheSigner() throws Exception {
        Signer authority = Signer.authority(folder, "authority");
        authority.certify("author").sign(archive);
        authority.exportTo(conf.resolve("plugin-trust.p12"), "opensesame".toCharArray());
        Files.writeString(conf.resolve("tenon.properties"), "plugins.signatures = require\nplugins.trustPassword = opensesame\n");

        assertThat(inspector.inspect(archive).signature()).isEqualTo(new Signature(State.VALID, "CN=author"));
        assertThat(inspector.inspect(archive).accepted()).isTrue();
    }

    @Test
    void aCertificateOutOfItsTimeIsNotTrusted() throws Exception {
        Signer author = Signer.named(folder, "author", "-startdate", "-3d", "-validity", "1");
        author.sign(archive);
        Files.writeString(conf.resolve("trusted-plugins/author.pem"), author.pem());

        assertThat(inspector.inspect(archive).signature().state()).isEqualTo(State.UNTRUSTED);
    }

    @Test
    void aFileChangedAfterSigningIsRefusedWhateverThePolicy() throws Exception {
        signedByTrusted();
        policy("off");
        change("db/V1__loyalty.sql", "CREATE TABLE loyalty_other (${record})");

        tampered();
    }

    @Test
    void aFileAddedAfterSigningIsRefused() throws Exception {
        signedByTrusted();
        change("db/V2__loyalty.sql", "CREATE TABLE loyalty_more (${record})");

        tampered();
    }

    @Test
    void aFileRemovedAfterSigningIsRefused() throws Exception {
        signedByTrusted();
        try (FileSystem zip = FileSystems.newFileSystem(URI.create("jar:" + archive.toUri()), Map.of())) {
            Files.delete(zip.getPath("db/V1__loyalty.sql"));
        }

        tampered();
    }

    @Test
    void aManifestChangedAfterSigningIsRefused() throws Exception {
        signedByTrusted();
        try (FileSystem zip = FileSystems.newFileSystem(URI.create("jar:" + archive.toUri()), Map.of())) {
            Path manifest = zip.getPath("META-INF/MANIFEST.MF");
            Files.writeString(manifest, Files.readString(manifest).replace("1.2.0", "1.3.0"));
        }

        tampered();
    }

    @Test
    void aFileThatOnlyAnotherSignerVouchesForIsRefused() throws Exception {
        signedByTrusted();
        change("db/V2__loyalty.sql", "CREATE TABLE loyalty_more (${record})");
        Signer.named(folder, "other").sign(archive);

        assertThat(inspector.inspect(archive).signature()).isNotEqualTo(new Signature(State.VALID, "CN=author"));
    }

    @Test
    void whatIsNoPluginIsRefusedWithTheReason() throws IOException {
        Files.writeString(archive, "hello");

        refused().hasMessageContaining("not a zip file").satisfies(e -> assertThat(((TenonException) e).kind()).isEqualTo(Kind.UNREADABLE));
    }

    @Test
    void trustedCertificatesThatCannotBeReadStopEverything() throws IOException {
        Files.writeString(conf.resolve("trusted-plugins/broken.pem"), "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");

        refused().hasMessageContaining("trusted certificates");
    }

    @Test
    void unpackingLaysOutEveryFile() throws IOException {
        Path out = Files.createDirectory(folder.resolve("out"));

        Inspector.unpack(archive, out);

        assertThat(out.resolve("db/V1__loyalty.sql")).hasContent("CREATE TABLE loyalty_points (${record})");
    }

    private void tampered() {
        Inspection found = inspector.inspect(archive);
        assertThat(found.signature().state()).isEqualTo(State.TAMPERED);
        assertThat(found.accepted()).isFalse();
        assertThat(found.findings()).extracting(finding -> finding.text(Locale.ENGLISH)).contains("the archive was changed after it was signed");
    }

    private AbstractThrowableAssert<?, ? extends Throwable> refused() {
        return assertThatThrownBy(() -> inspector.inspect(archive)).isInstanceOf(TenonException.class);
    }

    private void signedByTrusted() throws Exception {
        Signer author = Signer.named(folder, "author");
        author.sign(archive);
        Files.writeString(conf.resolve("trusted-plugins/author.pem"), author.pem());
        assertThat(inspector.inspect(archive).signature().state()).isEqualTo(State.VALID);
    }

    private void policy(String value) throws IOException {
        Files.writeString(conf.resolve("tenon.properties"), SignaturePolicy.SETTING + " = " + value + "\n");
    }

    private void change(String name, String content) throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(URI.create("jar:" + archive.toUri()), Map.of())) {
            Files.writeString(zip.getPath(name), content);
        }
    }

    private Path bundle() throws IOException {
        Manifest manifest = new Manifest();
        Map.of("Manifest-Version", "1.0", "Bundle-SymbolicName", "com.example.loyalty", "Bundle-Version", "1.2.0", "Tenon-Area", "loyalty",
                "Tenon-Smoke", "/api/loyalty/points, /api/loyalty/rules", "Tenon-Compatible-From", "1.1")
            .forEach((name, value) -> manifest.getMainAttributes().put(new Attributes.Name(name), value));
        Path file = folder.resolve("loyalty.jar");
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file), manifest)) {
            put(jar, "db/V1__loyalty.sql", "CREATE TABLE loyalty_points (${record})");
            for (String language : new String[] {"en", "zh_CN", "zh_TW"}) {
                put(jar, "i18n/loyalty_" + language + ".properties", "area.label=Loyalty");
            }
        }
        return file;
    }

    private static void put(JarOutputStream jar, String name, String content) throws IOException {
        jar.putNextEntry(new JarEntry(name));
        jar.write(content.getBytes(StandardCharsets.UTF_8));
    }
}

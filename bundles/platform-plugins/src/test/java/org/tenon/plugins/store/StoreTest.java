package org.tenon.plugins.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tenon.plugins.archive.Inspector;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.lint.text.Sentence;

class StoreTest {

    @TempDir
    private Path folder;
    private Store store;

    @BeforeEach
    void open() {
        store = new Store(folder.resolve("plugins"));
    }

    @Test
    void aKarIsLaidOutWithPlacesOfItsOwn() throws IOException {
        store.keep(kar("orders", "1.0.0", "first"), "orders", "1.0.0");
        Unpacked unpacked = store.unpacked("orders", "1.0.0");

        assertThat(unpacked.name()).isEqualTo("orders");
        assertThat(unpacked.version()).isEqualTo("1.0.0");
        assertThat(unpacked.requires()).containsExactly("customers");
        assertThat(unpacked.bundles()).extracting(BundleFile::name).containsExactly("org.example.orders");
        String features = Files.readString(Path.of(unpacked.features()));
        assertThat(features).contains(unpacked.bundles().get(0).file().toUri().toString()).doesNotContain("mvn:org.example");
        assertThat(store.unpacked("orders", "1.0.0").folder()).isEqualTo(unpacked.folder());
    }

    @Test
    void otherContentOfOneVersionHasOtherPlacesAndTheOldOneIsTheWayBack() throws IOException {
        Path first = kar("orders", "1.0.0", "first");
        store.keep(first, "orders", "1.0.0");
        Path place = store.unpacked("orders", "1.0.0").folder();

        store.keep(kar("orders", "1.0.0", "second"), "orders", "1.0.0");
        assertThat(store.unpacked("orders", "1.0.0").folder()).isNotEqualTo(place);
        store.settle("orders", "1.0.0", Inspector.sha256(first));

        assertThat(store.unpacked("orders", "1.0.0").folder()).isEqualTo(place);
        assertThat(Inspector.sha256(store.archive("orders", "1.0.0"))).isEqualTo(Inspector.sha256(first));
    }

    @Test
    void whenTheHomeHasMovedOrAFileIsGoneItIsLaidOutAnew() throws IOException {
        store.keep(kar("orders", "1.0.0", "first"), "orders", "1.0.0");
        store.unpacked("orders", "1.0.0");
        Files.move(folder.resolve("plugins"), folder.resolve("elsewhere"));
        Store moved = new Store(folder.resolve("elsewhere"));

        Unpacked unpacked = moved.unpacked("orders", "1.0.0");
        assertThat(unpacked.bundles()).allSatisfy(bundle -> assertThat(bundle.file()).exists().startsWith(folder.resolve("elsewhere")));

        Files.delete(unpacked.bundles().get(0).file());
        assertThat(moved.unpacked("orders", "1.0.0").bundles().get(0).file()).exists();
    }

    @Test
    void versionsComeNewestFirstAndLeaveWithTheirPlugin() throws IOException {
        for (String version : new String[] {"1.2.0", "1.10.0", "1.9.0-SNAPSHOT"}) {
            store.keep(kar("orders", version, version), "orders", version);
        }
        assertThat(store.versions("orders")).containsExactly("1.10.0", "1.9.0-SNAPSHOT", "1.2.0");
        store.forget("orders");
        assertThat(store.versions("orders")).isEmpty();
        assertThatThrownBy(() -> store.unpacked("orders", "1.2.0")).isInstanceOf(TenonException.class);
    }

    @Test
    void aReasonIsKeptForEveryLanguageAndThoseOfEarlierVersionsAreStillRead() throws IOException {
        Sentence reason = Sentence.of("plugins.said.failed", "orders", "1.1.0", Sentence.verbatim("{no licence}"));
        store.installed().put(new Entry("orders", "1.1.0", Entry.State.FAILED, Instant.parse("2026-11-23T08:00:00Z"), "Tenon", null, "ab12", reason));

        Store next = new Store(folder.resolve("plugins"));
        assertThat(next.installed().find("orders").flatMap(Entry::why)).contains(reason);
        assertThat(reason.in(Locale.SIMPLIFIED_CHINESE)).isEqualTo("orders 1.1.0 未能启动：{no licence}");

        Path file = folder.resolve("plugins/installed.json");
        Files.writeString(file, Files.readString(file).replaceAll("(?s)\"reason\" : \\{.*\\}\\s*\\}\\s*\\]$", "\"reason\" : \"no licence\" } ]"));
        assertThat(new Store(folder.resolve("plugins")).installed().find("orders").flatMap(Entry::why)).contains(Sentence.verbatim("no licence"));
    }

    @Test
    void whatIsInstalledAndWhatIsUnderWayIsThereAtTheNextStart() {
        Entry entry = new Entry("orders", "1.1.0", Entry.State.STARTED, Instant.parse("2026-11-23T08:00:00Z"), "王婷", "1.0.0", "ab12", null);
        store.installed().put(entry);
        store.journal().begin(new Journal.Change("upgrade", "orders", "1.2.0", "王婷"));

        Store next = new Store(folder.resolve("plugins"));
        assertThat(next.installed().find("orders")).contains(entry);
        assertThat(next.journal().pending()).contains(new Journal.Change("upgrade", "orders", "1.2.0", "王婷"));
        next.journal().end();
        next.installed().remove("orders");
        assertThat(new Store(folder.resolve("plugins")).journal().pending()).isEmpty();
        assertThat(new Store(folder.resolve("plugins")).installed().all()).isEmpty();
    }

    @Test
    void namesAndVersionsThatCannotBeKeptAreRefused() {
        for (String name : new String[] {"../x", "Orders", "", "uploads"}) {
            assertThatThrownBy(() -> Store.checkForm(name, "1.0.0")).isInstanceOf(TenonException.class);
        }
        assertThatThrownBy(() -> Store.checkForm("orders", "../1")).isInstanceOf(TenonException.class);
        Store.checkForm("orders", "1.0.0-SNAPSHOT");
    }

    private Path kar(String name, String version, String content) throws IOException {
        Path file = Files.createTempFile(folder, name, ".kar");
        String place = "repository/org/example/" + name + "/" + version + "/" + name + "-" + version;
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry(place + ".jar"));
            zip.write(bundle(name, content));
            zip.putNextEntry(new ZipEntry(place + "-features.xml"));
            zip.write("""
                <features name="%1$s" xmlns="http://karaf.apache.org/xmlns/features/v1.6.0"><feature name="%1$s" version="%2$s">
                <feature>tenon-platform</feature><feature>customers</feature><bundle>mvn:org.example/%1$s/%2$s</bundle></feature></features>
                """.formatted(name, version).getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }

    private static byte[] bundle(String name, String content) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Bundle-ManifestVersion", "2");
        manifest.getMainAttributes().putValue("Bundle-SymbolicName", "org.example." + name);
        manifest.getMainAttributes().putValue("Bundle-Version", "1.0.0");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes, manifest)) {
            jar.putNextEntry(new ZipEntry("content.txt"));
            jar.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}

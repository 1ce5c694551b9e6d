package org.tenon.sdk.lint.zip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tenon.sdk.lint.Jar;

class SafeZipTest {

    private static final byte[] CENTRAL = {'P', 'K', 1, 2};

    @TempDir
    private Path folder;

    @Test
    void anOrdinaryFileIsReadAndUnpacked() throws IOException {
        Path out = Files.createDirectory(folder.resolve("out"));

        try (SafeZip zip = SafeZip.open(Jar.empty().file("a/b.txt", "hello").in(folder), Budget.usual())) {
            zip.unpack(out);
            assertThat(zip.names()).containsExactly("a/b.txt");
        }

        assertThat(out.resolve("a/b.txt")).hasContent("hello");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../evil.txt", "a/../../evil.txt", "/etc/passwd", "a//b", "./a", "C:/evil.txt", "a\\..\\evil.txt", "a\u0000b"})
    void aNameThatLeadsOutsideIsRefused(String name) {
        Path file = Jar.empty().file(name, "x").in(folder);

        assertThatThrownBy(() -> SafeZip.open(file, Budget.usual())).isInstanceOf(ArchiveException.class);
    }

    @Test
    void aNameGivenTwiceIsRefused() throws IOException {
        Path file = rewrite(Jar.empty().file("a.txt", "1").file("b.txt", "2"), "b.txt", "a.txt");

        assertThatThrownBy(() -> SafeZip.open(file, Budget.usual())).hasMessageContaining("same name").hasMessageContaining("a.txt");
    }

    @Test
    void namesThatDifferInCaseOnlyAreRefused() {
        Path file = Jar.empty().file("a.txt", "1").file("A.TXT", "2").in(folder);

        assertThatThrownBy(() -> SafeZip.open(file, Budget.usual())).hasMessageContaining("same name");
    }

    @Test
    void aLinkIsRefused() throws IOException {
        byte[] bytes = Jar.empty().file("link", "/etc/passwd").bytes();
        int entry = find(bytes, CENTRAL);
        bytes[entry + 41] = (byte) 0xa1; // the file type of a symbolic link, as Unix tools write it
        Path file = Files.write(folder.resolve("link.zip"), bytes);

        assertThatThrownBy(() -> SafeZip.open(file, Budget.usual())).hasMessageContaining("a link").hasMessageContaining("link");
    }

    @Test
    void anEncryptedFileIsRefused() throws IOException {
        byte[] bytes = Jar.empty().file("secret", "x").bytes();
        bytes[find(bytes, CENTRAL) + 8] |= 1;
        Path file = Files.write(folder.resolve("secret.zip"), bytes);

        assertThatThrownBy(() -> SafeZip.open(file, Budget.usual())).hasMessageContaining("encrypted");
    }

    @Test
    void aFileThatUnpacksToFarMoreThanItsSizeIsRefused() throws IOException {
        Path file = Jar.empty().file("zeros", new byte[3 << 20]).in(folder);

        try (SafeZip zip = SafeZip.open(file, Budget.usual())) {
            assertThatThrownBy(zip::readAll).hasMessageContaining("far more than its size");
        }
    }

    @Test
    void noMoreThanTheBudgetComesOut() throws IOException {
        Path file = Jar.empty().file("a", "12345").file("b", "67890").in(folder);

        try (SafeZip zip = SafeZip.open(file, new Budget(10, 2))) {
            zip.readAll();
            assertThatThrownBy(zip::readAll).hasMessageContaining("more than is allowed");
        }
        assertThatThrownBy(() -> SafeZip.open(file, new Budget(10, 1))).hasMessageContaining("too many files");
    }

    @Test
    void aDamagedFileIsRefused() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            byte[] content = "contents".getBytes(StandardCharsets.US_ASCII);
            CRC32 sum = new CRC32();
            sum.update(content);
            ZipEntry entry = new ZipEntry("plain");
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(content.length);
            entry.setCrc(sum.getValue());
            zip.putNextEntry(entry);
            zip.write(content);
        }
        byte[] bytes = out.toByteArray();
        bytes[find(bytes, "contents".getBytes(StandardCharsets.US_ASCII))] = 'C';
        Path file = Files.write(folder.resolve("damaged.zip"), bytes);

        try (SafeZip zip = SafeZip.open(file, Budget.usual())) {
            assertThatThrownBy(zip::readAll).hasMessageContaining("damaged").hasMessageContaining("plain");
        }
    }

    @Test
    void whatIsNoZipFileIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("text.kar"), "not a zip file");

        assertThatThrownBy(() -> SafeZip.open(file, Budget.usual())).isInstanceOf(ArchiveException.class).hasMessageContaining("not a zip file");
    }

    @Test
    void aSecondListOfFilesBehindTheFirstIsRefused() throws IOException {
        byte[] hidden = Jar.empty().file("hidden", "x").bytes();
        byte[] shown = Jar.empty().file("shown!", "x").bytes();
        byte[] both = new byte[hidden.length + shown.length];
        System.arraycopy(hidden, 0, both, 0, hidden.length);
        System.arraycopy(shown, 0, both, hidden.length, shown.length);
        Path file = Files.write(folder.resolve("two.zip"), both);

        assertThatThrownBy(() -> SafeZip.open(file, Budget.usual())).isInstanceOf(ArchiveException.class);
    }

    /** Renames a file in the finished archive, both where it lies and in the directory. */
    private Path rewrite(Jar jar, String from, String to) throws IOException {
        String text = new String(jar.bytes(), StandardCharsets.ISO_8859_1).replace(from, to);
        return Files.write(folder.resolve("twice.zip"), text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static int find(byte[] bytes, byte[] wanted) {
        return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(new String(wanted, StandardCharsets.ISO_8859_1));
    }
}

package org.tenon.files.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentTypesTest {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R'};

    private final ContentTypes types = new ContentTypes();

    @ParameterizedTest
    @CsvSource({"<!DOCTYPE html><html><script>alert(1)</script></html>, picture.png, text/html", "'<svg xmlns=\"http://www.w3.org/2000/svg\"/>', a.png, image/svg+xml",
        "%PDF-1.7, a.txt, application/pdf", "'name,phone', customers.csv, text/csv", "客户名称, notes.txt, text/plain"})
    void theContentDecides(String content, String name, String type) {
        String found = types.of(content.getBytes(StandardCharsets.UTF_8), name);
        assertThat(found).isEqualTo(type);
    }

    @Test
    void aNameAloneMakesNoPicture() {
        assertThat(types.of(PNG, "whatever.bin")).isEqualTo("image/png");
        assertThat(types.of(new byte[] {1, 2, 3, 0, 5}, "photo.png")).isEqualTo("application/octet-stream");
        assertThat(types.of(new byte[0], "photo.png")).isEqualTo("application/octet-stream");
    }

    @Test
    void markupIsNeverShown() {
        assertThat(ContentTypes.shown(types.of("<svg xmlns=\"http://www.w3.org/2000/svg\"/>".getBytes(StandardCharsets.UTF_8), "a.svg"))).isFalse();
        assertThat(ContentTypes.shown(types.of("<html><body>".getBytes(StandardCharsets.UTF_8), "a.jpg"))).isFalse();
        assertThat(ContentTypes.shown("image/png")).isTrue();
    }

    @Test
    void officeFilesAreToldApart() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.write("<Types/>".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(types.of(bytes.toByteArray(), "list.xlsx")).isEqualTo("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        assertThat(types.of(bytes.toByteArray(), "letter.docx")).isEqualTo("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
    }
}

package org.tenon.web.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import javax.ws.rs.core.MediaType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.rest.Upload;

class UploadReaderTest {

    private static final MediaType FORM = new MediaType("multipart", "form-data", Map.of("boundary", "--x"));

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "\r\n", "\r\n----", "\r\n----y", "\r\r\n----\r\n----\r", "--\r\n--", "two\r\nlines\r\n"})
    void whatLooksLikeABoundaryButIsNoneIsContent(String content) throws IOException {
        assertThat(read(form(content.getBytes(StandardCharsets.UTF_8)))).isEqualTo(content.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 65_535, 65_536, 65_537, 262_143, 262_144, 1_000_000})
    void contentOfAnySizeComesWhole(int size) throws IOException {
        byte[] content = new byte[size];
        new Random(size).nextBytes(content);
        assertThat(read(form(content))).isEqualTo(content);
    }

    @Test
    void theFirstFileIsTakenWhateverStandsAroundIt() throws IOException {
        String body = "preamble\r\n----x\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\nhello\r\n"
                + "----x\r\ncontent-disposition: form-data; name=\"file\"; filename=\"C:\\dir\\客户; 1.csv\"\r\nContent-Type: text/csv\r\n\r\na,b\r\n"
                + "----x\r\nContent-Disposition: form-data; name=\"other\"; filename=\"b.csv\"\r\n\r\nno\r\n----x--\r\n";
        Upload upload = UploadReader.ofForm(FORM, new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
        assertThat(upload.fileName()).isEqualTo("客户; 1.csv");
        assertThat(upload.contentType()).isEqualTo("text/csv");
        assertThat(upload.stream().readAllBytes()).isEqualTo("a,b".getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "garbage", "----x--\r\n", "----x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nv\r\n----x--",
        "----x\r\nContent-Disposition: form-data; filename=\"a\"\r\n\r\nends here"})
    void aFormWithoutAWholeFileIsUnreadable(String body) {
        assertThatThrownBy(() -> UploadReader.ofForm(FORM, new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(TenonException.class);
    }

    @Test
    void aFormWithoutBoundaryIsUnreadable() {
        assertThatThrownBy(() -> UploadReader.ofForm(new MediaType("multipart", "form-data"), InputStream.nullInputStream()))
                .isInstanceOf(TenonException.class).hasMessageContaining("boundary");
    }

    private static byte[] read(byte[] form) throws IOException {
        try (InputStream content = UploadReader.ofForm(FORM, new ByteArrayInputStream(form)).stream()) {
            return content.readAllBytes();
        }
    }

    private static byte[] form(byte[] content) throws IOException {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        form.write("----x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\n".getBytes(StandardCharsets.UTF_8));
        form.write(content);
        form.write("\r\n----x--".getBytes(StandardCharsets.UTF_8));
        return form.toByteArray();
    }
}

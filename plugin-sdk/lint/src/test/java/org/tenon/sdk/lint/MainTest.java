package org.tenon.sdk.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {

    @TempDir
    private Path folder;
    private ByteArrayOutputStream out;

    @BeforeEach
    void listen() {
        out = new ByteArrayOutputStream();
    }

    @Test
    void anAcceptedPluginEndsWithZero() throws IOException {
        assertThat(run(Jar.kar(Jar.bundle()).in(folder))).isZero();
        assertThat(said()).contains("loyalty 1.2.0").contains("accepted");
    }

    @Test
    void aRefusedPluginEndsWithOneAndTheReason() throws IOException {
        assertThat(run(Jar.bundle().in(folder), Jar.bundle().header("Export-Package", "sample").in(folder))).isOne();
        assertThat(said()).contains("accepted").contains("refuse [exports]");
    }

    @Test
    void whatIsNoArchiveIsRefusedToo() throws IOException {
        assertThat(run(Files.writeString(folder.resolve("a.kar"), "text"))).isOne();
        assertThat(said()).contains("refuse [archive] it is not a zip file");
    }

    @Test
    void withoutAFileItSaysHowToCallIt() throws IOException {
        assertThat(run()).isEqualTo(2);
        assertThat(said()).startsWith("usage:");
    }

    private int run(Path... files) throws IOException {
        String[] names = new String[files.length];
        for (int i = 0; i < files.length; i++) {
            names[i] = files[i].toString();
        }
        return Main.run(names, new PrintStream(out, true, StandardCharsets.UTF_8), Locale.ENGLISH);
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }
}

package org.tenon.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Builds the example plugin as its author would, from what the SDK publishes, and runs its own tests, those in a Tenon of its own included. */
class ExamplePluginIT {

    @Test
    void itsOwnBuildPasses(@TempDir Path folder) throws IOException, InterruptedException {
        Path source = Path.of(System.getProperty("tenon.root"), "plugin-sdk/example-plugin");
        String archive = Path.of(System.getProperty("tenon.archive")).toAbsolutePath().normalize().toString();
        ProcessBuilder build = new ProcessBuilder("sh", "-c", "exec mvn -B -q clean verify -Dtenon.archive='" + archive + "'");
        Process process = Maven.same(build, folder).directory(source.toFile()).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
    }
}

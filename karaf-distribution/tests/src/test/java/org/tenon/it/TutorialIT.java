package org.tenon.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tenon.testkit.process.RunningTenon;
import org.tenon.testkit.process.Tenon;

/** Types the tutorial of the SDK into a shell, word for word: the archetype's plugin is generated, built, tested, installed, used, changed, upgraded and removed. */
@ExtendWith(RunningTenon.class)
class TutorialIT {

    private static final Pattern COMMANDS = Pattern.compile("^```sh\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    @Test
    void everyCommandOfTheTutorialWorks(Tenon tenon, @TempDir Path folder) throws IOException, InterruptedException {
        assumeTrue(Maven.has("maven-archetype-plugin", "3.3.1"), "maven-archetype-plugin is not in the repository yet: build once with network");
        String page = Files.readString(Path.of(System.getProperty("tenon.root"), "plugin-sdk/docs/tutorial.md"));
        StringBuilder script = new StringBuilder("set -euo pipefail\n");
        Matcher block = COMMANDS.matcher(page);
        while (block.find()) {
            script.append(block.group(1));
        }
        assertThat(script).contains("archetype-plugin", "mvn -q verify", "install target/visits-1.1.0.kar");
        ProcessBuilder shell = Maven.same(new ProcessBuilder("bash", "-x", "-c", script.toString()), folder).directory(folder.toFile()).redirectErrorStream(true);
        shell.environment().put("TENON", tenon.base().toString());
        shell.environment().put("TENON_HOME", tenon.home().toString());
        Process process = shell.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
    }
}

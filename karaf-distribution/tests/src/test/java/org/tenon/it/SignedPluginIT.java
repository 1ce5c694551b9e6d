package org.tenon.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tenon.testkit.process.Api;
import org.tenon.testkit.process.Tenon;
import org.tenon.testkit.source.Administrator;

/** Where signatures are asked for, the archetype's plugin is refused until its author, who is trusted there, has signed it as the archetype's README says. */
class SignedPluginIT {

    private static final String GENERATE = "mvn -q -B org.apache.maven.plugins:maven-archetype-plugin:3.3.1:generate -DarchetypeGroupId=org.tenon -DarchetypeArtifactId=tenon-plugin-archetype"
        + " -DarchetypeVersion=0.1.0 -DgroupId=com.acme -DartifactId=visits -Dversion=1.0.0 -Dpackage=com.acme.visits -Darea=visits";
    private static final String KEYS = "\"$JAVA_HOME/bin/keytool\" -genkeypair -keystore acme.p12 -storepass open-sesame -alias acme -dname CN=Acme -keyalg RSA -validity 30\n"
        + "\"$JAVA_HOME/bin/keytool\" -exportcert -rfc -keystore acme.p12 -storepass open-sesame -alias acme -file acme.pem";
    private static final String SIGN = "mvn -q -B -Psign package -DskipTests -Dkeystore=\"$PWD/../acme.p12\" -Dalias=acme -Dstorepass=open-sesame";

    @TempDir
    private Path folder;

    @Test
    void onlyWhatATrustedAuthorSignedIsInstalled() throws IOException, InterruptedException {
        assumeTrue(Maven.has("maven-archetype-plugin", "3.3.1") && Maven.has("maven-jarsigner-plugin", "3.1.0"), "Maven's plugins are not in the repository yet: build once with network");
        run(folder, KEYS + "\n" + GENERATE);
        Path project = folder.resolve("visits");
        Path kar = project.resolve("target/visits-1.0.0.kar");
        try (Tenon tenon = Tenon.start("signed", Map.of("plugins.signatures", "require"))) {
            Files.copy(folder.resolve("acme.pem"), Files.createDirectories(tenon.home().resolve("conf/trusted-plugins")).resolve("acme.pem"));
            Api api = tenon.admin().with("Accept-Language", "en");
            Administrator admin = new Administrator(api);

            run(project, "mvn -q -B package -DskipTests");
            JsonNode unsigned = admin.send(kar);
            assertThat(unsigned.at("/signature/state").asText()).isEqualTo("unsigned");
            assertThat(unsigned.get("action").asText()).isEqualTo("refused");
            assertThat(admin.install(unsigned.get("id").asText()).expect(409).json().get("reason").asText())
                .contains("nobody has signed the archive; this installation asks for a trusted signature");
            api.get("/api/visits/notes").expect(404);

            run(project, SIGN);
            JsonNode signed = admin.send(kar);
            assertThat(signed.at("/signature/state").asText()).isEqualTo("valid");
            assertThat(signed.at("/signature/by").asText()).isEqualTo("CN=Acme");
            admin.install(signed.get("id").asText()).expect(200);
            api.get("/api/visits/notes").expect(200);
        }
    }

    private void run(Path where, String script) throws IOException, InterruptedException {
        Process process = Maven.same(new ProcessBuilder("bash", "-euo", "pipefail", "-c", script), folder).directory(where.toFile()).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
    }
}

package org.tenon.testkit.installed;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.Map;
import org.tenon.testkit.process.Api;
import org.tenon.testkit.process.Api.Answer;

/** Installs and removes plugins over REST, as an administrator does. */
public final class Plugins {

    private final Api admin;

    /** @param admin who holds {@code plugins:manage} */
    public Plugins(Api admin) {
        this.admin = admin;
    }

    /** Uploads an archive. @return what the installer says of it, with its id; shape in docs/rest.md */
    public JsonNode upload(Path archive) {
        try {
            String path = "/api/plugins/uploads?filename=" + Api.encode(archive.getFileName().toString());
            return admin.send("POST", path, BodyPublishers.ofFile(archive), "application/octet-stream").expect(200, 201).json();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Uploads an archive and installs it, or upgrades to it.
     *
     * @return the plugin as {@code /api/plugins} has it
     * @throws AssertionError with what was found, or with what does not run and what it waits for
     */
    public JsonNode install(Path archive) {
        JsonNode upload = upload(archive);
        if (upload.path("action").asText().equals("refused")) {
            throw new AssertionError(archive.getFileName() + " is refused: " + upload.path("findings").toPrettyString());
        }
        Answer answer = admin.post("/api/plugins", Map.of("upload", upload.get("id").asText()));
        if (answer.status() >= 300) {
            throw new AssertionError(archive.getFileName() + " was not installed: " + answer.response().body() + "\n" + explain(upload.path("name").asText()));
        }
        return answer.json();
    }

    /** Why a plugin runs or does not: its bundles, components that wait and for which service, tables, paths, lines of the log. */
    public String explain(String name) {
        Answer answer = admin.get("/api/plugins/" + name + "/check");
        return answer.status() == 200 ? answer.json().toPrettyString() : "there is nothing to tell about " + name + " any more";
    }

    /** Removes it and keeps its data. */
    public void remove(String name) {
        admin.delete("/api/plugins/" + name).expect(200, 204);
    }

    /** {@code available active stopped failed}, or {@code absent} if Tenon does not know it. */
    public String state(String name) {
        for (JsonNode plugin : admin.get("/api/plugins").expect(200).json().get("items")) {
            if (plugin.get("name").asText().equals(name)) {
                return plugin.get("state").asText();
            }
        }
        return "absent";
    }
}

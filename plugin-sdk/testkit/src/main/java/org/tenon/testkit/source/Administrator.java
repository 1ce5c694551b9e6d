package org.tenon.testkit.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.Map;
import org.tenon.testkit.process.Api;
import org.tenon.testkit.process.Api.Answer;

/** What an administrator does with plugins, over REST. */
public record Administrator(Api api) {

    private static final String PLUGINS = "/api/plugins";

    /** Sends the archive; answers what would happen with it. */
    public JsonNode send(Path archive) {
        try {
            return api.send("POST", PLUGINS + "/uploads?filename=" + archive.getFileName(), BodyPublishers.ofFile(archive), "application/octet-stream")
                .expect(201).json();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends and installs it. */
    public Answer tryInstall(PluginSource plugin) {
        return install(send(plugin.kar()).get("id").asText());
    }

    /** Installs what was sent. */
    public Answer install(String upload) {
        return api.post(PLUGINS, Map.of("upload", upload));
    }

    public JsonNode install(PluginSource plugin) {
        return tryInstall(plugin).expect(200).json();
    }

    public JsonNode get(String name) {
        return api.get(PLUGINS + "/" + name).expect(200).json();
    }

    public Answer act(String name, String act) {
        return api.post(PLUGINS + "/" + name + "/" + act, Map.of());
    }

    public JsonNode toVersion(String name, String version) {
        return api.post(PLUGINS + "/" + name + "/upgrade", Map.of("version", version)).expect(200).json();
    }

    public Answer remove(String name) {
        return api.delete(PLUGINS + "/" + name);
    }

    /** The latest attempt. */
    public JsonNode attempt() {
        return api.get(PLUGINS + "/attempts").expect(200).json().at("/items/0");
    }
}

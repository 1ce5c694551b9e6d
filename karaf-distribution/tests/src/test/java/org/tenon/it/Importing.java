package org.tenon.it;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.tenon.testkit.process.Api;
import org.tenon.testkit.process.Await;

/** Loads files of customers through REST: upload, options, job. */
final class Importing {

    private static final String PATH = "/api/records/imports";
    private static final Set<String> WORKING = Set.of("waiting", "checking", "running", "undoing");

    private final Api api;

    Importing(Api api) {
        this.api = api;
    }

    /** The id of an import of the file with these options. */
    String begin(Path file, Map<String, ?> options) {
        String id = api.upload(PATH + "?type=customers.customer", file).expect(201).json().get("id").asText();
        api.patch(PATH + "/" + id, 0, options).expect(200);
        return id;
    }

    /** Starts {@code check}, {@code run} or {@code undo}. */
    void start(String id, String what) {
        api.post(PATH + "/" + id + "/" + what, Map.of()).expect(200);
    }

    /** The import, once nothing works on it any more. */
    JsonNode ended(String id) {
        Await.until("import " + id + " has ended", Duration.ofMinutes(3), () -> !WORKING.contains(now(id).get("state").asText()));
        return now(id);
    }

    JsonNode now(String id) {
        return api.get(PATH + "/" + id + "/progress").expect(200).json();
    }

    /** The import after it has been run. */
    JsonNode load(Path file, Map<String, ?> options) {
        String id = begin(file, options);
        start(id, "run");
        return ended(id);
    }

    JsonNode rows(String id, String outcome) {
        return api.get(PATH + "/" + id + "/rows?limit=200&outcome=" + outcome).expect(200).json().get("items");
    }
}

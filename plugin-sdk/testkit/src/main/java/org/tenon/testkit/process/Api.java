package org.tenon.testkit.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A program that speaks with Tenon: with an API token, or as nobody. Immutable; safe for all threads. */
public final class Api {

    public static final ObjectMapper JSON = new ObjectMapper();

    private static final HttpClient HTTP = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private final URI base;
    private final Map<String, String> headers;

    private Api(URI base, Map<String, String> headers) {
        this.base = base;
        this.headers = headers;
    }

    public static Api anonymous(URI base) {
        return new Api(base, Map.of());
    }

    public static Api withToken(URI base, String token) {
        return new Api(base, Map.of("Authorization", "Bearer " + token));
    }

    /** Signs in and makes an API token of the member. */
    public static Api signIn(URI base, String login, String password) {
        Api browser = session(base, login, password);
        Answer token = browser.post("/api/identity/tokens", Map.of("name", "test"));
        return withToken(base, token.expect(200, 201).json().get("token").asText());
    }

    /** A browser's session: cookie and CSRF header. */
    public static Api session(URI base, String login, String password) {
        Answer answer = anonymous(base).post("/api/identity/session", Map.of("login", login, "password", password)).expect(200);
        String cookie = answer.header("set-cookie").split(";")[0];
        return new Api(base, Map.of("Cookie", cookie, "X-Tenon-Csrf", answer.json().get("csrf").asText()));
    }

    public Api with(String name, String value) {
        Map<String, String> all = new java.util.HashMap<>(headers);
        all.put(name, value);
        return new Api(base, Map.copyOf(all));
    }

    public URI base() {
        return base;
    }

    public Map<String, String> headers() {
        return headers;
    }

    public Answer get(String path) {
        return send("GET", path, BodyPublishers.noBody(), null);
    }

    public Answer delete(String path) {
        return send("DELETE", path, BodyPublishers.noBody(), null);
    }

    public Answer post(String path, Object body) {
        return send("POST", path, json(body), "application/json");
    }

    public Answer put(String path, Object body) {
        return send("PUT", path, json(body), "application/json");
    }

    public Answer patch(String path, int version, Object body) {
        return with("If-Match", "\"" + version + "\"").send("PATCH", path, json(body), "application/json");
    }

    public Answer upload(String path, Path csv) {
        try {
            return send("POST", path, BodyPublishers.ofFile(csv), "text/csv");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Answer send(String method, String path, BodyPublisher body, @Nullable String contentType) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).timeout(Duration.ofSeconds(120)).method(method, body);
        headers.forEach(request::header);
        if (contentType != null) {
            request.header("Content-Type", contentType);
        }
        try {
            return new Answer(method + " " + path, HTTP.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public static BodyPublisher json(Object body) {
        try {
            return BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A condition, ready for a query string. */
    public static String encode(Object json) {
        try {
            String text = json instanceof String plain ? plain : JSON.writeValueAsString(json);
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What came back. */
    public record Answer(String call, HttpResponse<String> response) {

        public int status() {
            return response.statusCode();
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElseThrow(() -> new AssertionError(call + " has no header " + name));
        }

        public JsonNode json() {
            try {
                return JSON.readTree(response.body());
            } catch (IOException e) {
                throw new AssertionError(call + " answered no JSON: " + response.body(), e);
            }
        }

        /** Fails unless the status is one of these. */
        public Answer expect(int... statuses) {
            for (int status : statuses) {
                if (status == status()) {
                    return this;
                }
            }
            throw new AssertionError(call + " answered " + status() + ": " + response.body());
        }
    }
}

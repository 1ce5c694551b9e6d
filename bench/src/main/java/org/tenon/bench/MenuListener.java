package org.tenon.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.tenon.testkit.process.Api;
import org.tenon.testkit.process.Await;

/** What an open page does: listens to the live events, and asks for the menu whenever the shell has changed. Notes when an entry was first there. */
final class MenuListener implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Map<String, Long> seen = new ConcurrentHashMap<>();
    private final Api api;
    private final Thread thread = new Thread(this::listen, "menu-listener");
    private volatile boolean listening;

    /** Returns once the line is open. */
    MenuListener(Api api) {
        this.api = api;
        thread.setDaemon(true);
        thread.start();
        Await.until("the live events are heard", PATIENCE, () -> listening);
    }

    private void listen() {
        HttpRequest.Builder request = HttpRequest.newBuilder(api.base().resolve("/api/web/events"));
        api.headers().forEach(request::header);
        try (Stream<String> lines = HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofLines()).body()) {
            lines.filter("event: shell"::equals).forEach(line -> look());
        } catch (IOException | RuntimeException ended) {
            System.err.println("the live events ended: " + ended.getMessage());
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        api.get("/api/shell/contributions").expect(200).json().get("menu").forEach(entry -> seen.putIfAbsent(entry.get("id").asText(), System.nanoTime()));
        listening = true;
    }

    /** @return {@link System#nanoTime} when the entry was first in the menu; waits for it */
    long when(String entry) {
        Await.until(entry + " is in the menu", PATIENCE, () -> seen.containsKey(entry));
        return seen.get(entry);
    }

    void forget(String entry) {
        seen.remove(entry);
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}

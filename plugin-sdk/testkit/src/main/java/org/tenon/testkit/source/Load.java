package org.tenon.testkit.source;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.tenon.testkit.process.Api;

/** Constant calls over several connections, each path in turn; every answer that is not 200 and every slow one is noted. */
public final class Load implements AutoCloseable {

    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final AtomicLong count = new AtomicLong();
    private final AtomicLong slowest = new AtomicLong();
    private final AtomicBoolean over = new AtomicBoolean();
    private final ExecutorService connections;

    /** Begins at once. */
    public Load(int connections, Api api, List<String> paths) {
        this.connections = Executors.newFixedThreadPool(connections);
        for (int i = 0; i < connections; i++) {
            int first = i;
            this.connections.execute(() -> run(api, paths, first));
        }
    }

    private void run(Api api, List<String> paths, int first) {
        HttpClient connection = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        for (int i = first; !over.get(); i++) {
            String path = paths.get(i % paths.size());
            HttpRequest.Builder request = HttpRequest.newBuilder(api.base().resolve(path)).timeout(Duration.ofSeconds(20));
            api.headers().forEach(request::header);
            long start = System.nanoTime();
            try {
                var answer = connection.send(request.build(), BodyHandlers.ofString());
                if (answer.statusCode() != 200) {
                    failures.add(path + " answered " + answer.statusCode() + ": " + answer.body());
                }
            } catch (IOException e) {
                failures.add(path + " broke: " + e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            slowest.accumulateAndGet(Duration.ofNanos(System.nanoTime() - start).toMillis(), Math::max);
            count.incrementAndGet();
        }
    }

    public long count() {
        return count.get();
    }

    /** In milliseconds. */
    public long slowest() {
        return slowest.get();
    }

    public List<String> failures() {
        return new ArrayList<>(failures);
    }

    /** Ends after the calls under way. */
    @Override
    public void close() throws InterruptedException {
        over.set(true);
        connections.shutdown();
        if (!connections.awaitTermination(30, TimeUnit.SECONDS)) {
            throw new AssertionError("calls hang");
        }
    }
}

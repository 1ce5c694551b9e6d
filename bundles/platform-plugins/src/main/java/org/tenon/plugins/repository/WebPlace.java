package org.tenon.plugins.repository;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A web address of a folder with an {@code index.json}. Nothing is asked of any other host: redirections are not followed, and archives must lie on
 * the index's own.
 */
final class WebPlace implements Place {

    private static final int MOST_INDEX = 2 << 20;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration DOWNLOAD = Duration.ofMinutes(5);

    private final URI index;
    private final String name;
    private final long most;
    private final HttpClient client = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).connectTimeout(PATIENCE).build();

    /** @param address of the folder, or of the index itself @param most bytes of an archive */
    WebPlace(URI address, String name, long most) {
        String text = address.toString();
        this.index = text.endsWith(".json") ? address : URI.create(text.endsWith("/") ? text : text + "/").resolve("index.json");
        this.name = name;
        this.most = most;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<Offered> list() throws IOException {
        return entries().stream().map(Index.Entry::offered).toList();
    }

    @Override
    public void fetch(Offered offered, Path target) throws IOException {
        for (Index.Entry entry : entries()) {
            if (entry.offered().id().equals(offered.id())) {
                try (InputStream in = open(file(entry), DOWNLOAD); OutputStream out = Files.newOutputStream(target)) {
                    copy(in, out, most);
                }
                return;
            }
        }
        throw new PlaceException("plugins.said.offeredNoMore");
    }

    private List<Index.Entry> entries() throws IOException {
        try (InputStream in = open(index, PATIENCE)) {
            byte[] json = in.readNBytes(MOST_INDEX + 1);
            if (json.length > MOST_INDEX) {
                throw new PlaceException("plugins.said.indexSize", MOST_INDEX >> 20);
            }
            return Index.read(json, name);
        }
    }

    private URI file(Index.Entry entry) throws IOException {
        try {
            URI file = index.resolve(entry.file());
            boolean same = index.getScheme().equals(file.getScheme()) && index.getAuthority().equals(file.getAuthority());
            if (same) {
                return file;
            }
        } catch (IllegalArgumentException e) {
            throw new PlaceException("plugins.said.indexAddress", entry.file());
        }
        throw new PlaceException("plugins.said.indexHost", entry.file());
    }

    private InputStream open(URI address, Duration patience) throws IOException {
        try {
            HttpRequest request = HttpRequest.newBuilder(address).timeout(patience).header("Accept-Encoding", "identity").build();
            HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            if (response.statusCode() != 200) {
                response.body().close();
                throw new PlaceException("plugins.said.answers", address, response.statusCode());
            }
            return response.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while asking " + address.getHost(), e);
        }
    }

    private static void copy(InputStream in, OutputStream out, long most) throws IOException {
        byte[] buffer = new byte[16_384];
        long total = 0;
        for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
            total += read;
            if (total > most) {
                throw new PlaceException("plugins.said.archiveSize", most >> 20);
            }
            out.write(buffer, 0, read);
        }
    }
}

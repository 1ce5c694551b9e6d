package org.tenon.plugins.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tenon.plugins.archive.Inspector;
import org.tenon.sdk.Kind;
import org.tenon.sdk.TenonException;

class RepositoryTest {

    @TempDir
    private Path home;
    private final Map<String, byte[]> served = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private String address = "";

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            asked.add(path);
            byte[] body = served.getOrDefault(path, new byte[0]);
            if (path.equals("/moved/index.json")) {
                exchange.getResponseHeaders().add("Location", address + "/index.json");
            }
            exchange.sendResponseHeaders(path.equals("/moved/index.json") ? 302 : body.length == 0 ? 404 : 200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        address = "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void withoutAPlaceNothingIsOffered() {
        assertThat(repository("").list(Locale.ENGLISH)).isEqualTo(new Repository.Listing(List.of(), List.of()));
    }

    @Test
    void aFolderOffersItsPluginsNewestFirstAndPassesOverTheRest() throws IOException {
        Path folder = Files.createDirectory(home.resolve("offered"));
        plugin(folder, "loyalty-2.jar", "loyalty", "1.2.0");
        plugin(folder, "loyalty-10.jar", "loyalty", "1.10.0");
        plugin(folder, "gifts.jar", "gifts", "2.0.0");
        Files.writeString(folder.resolve("broken.kar"), "no archive");
        Files.writeString(folder.resolve("readme.txt"), "hello");

        Repository.Listing listing = repository("offered").list(Locale.ENGLISH);

        assertThat(listing.items()).extracting(item -> item.name() + " " + item.version()).containsExactly("gifts 2.0.0", "loyalty 1.10.0", "loyalty 1.2.0");
        assertThat(listing.problems()).isEmpty();
        assertThat(listing.items().get(0).sha256()).isEqualTo(Inspector.sha256(folder.resolve("gifts.jar")));
    }

    @Test
    void aFileThatChangedIsLookedIntoAgain() throws IOException {
        Path folder = Files.createDirectory(home.resolve("offered"));
        plugin(folder, "a.jar", "loyalty", "1.2.0");
        Repository repository = repository("offered");
        String id = repository.list(Locale.ENGLISH).items().get(0).id();

        plugin(folder, "a.jar", "loyalty", "1.3.0-with-a-longer-name");

        assertThat(repository.list(Locale.ENGLISH).items()).singleElement().satisfies(item -> {
            assertThat(item.version()).startsWith("1.3.0");
            assertThat(item.id()).isEqualTo(id);
        });
    }

    @Test
    void anAddressOffersWhatItsIndexListsAndAnArchiveIsFetchedFromIt() throws IOException {
        Path archive = plugin(home, "source.jar", "loyalty", "1.2.0");
        publish("files/loyalty.jar", archive, Inspector.sha256(archive));
        Repository repository = repository(address);

        Offered offered = repository.list(Locale.ENGLISH).items().get(0);
        repository.fetch(offered.id(), home.resolve("fetched"));

        assertThat(offered.label()).isEqualTo("Loyalty points");
        assertThat(home.resolve("fetched")).hasSameBinaryContentAs(archive);
    }

    @Test
    void anArchiveWithAnotherSumIsRefusedAndNotKept() throws IOException {
        publish("files/loyalty.jar", plugin(home, "source.jar", "loyalty", "1.2.0"), "0".repeat(64));
        Repository repository = repository(address);
        String id = repository.list(Locale.ENGLISH).items().get(0).id();

        assertThatThrownBy(() -> repository.fetch(id, home.resolve("fetched"))).hasMessageContaining("not what its index says");
        assertThat(home.resolve("fetched")).doesNotExist();
    }

    @Test
    void nothingIsAskedOfAnotherHost() throws IOException {
        Path archive = plugin(home, "source.jar", "loyalty", "1.2.0");
        publish("http://localhost:" + server.getAddress().getPort() + "/files/loyalty.jar", archive, Inspector.sha256(archive));
        Repository repository = repository(address);
        String id = repository.list(Locale.ENGLISH).items().get(0).id();

        assertThatThrownBy(() -> repository.fetch(id, home.resolve("fetched"))).hasMessageContaining("another host");
        assertThat(asked).containsOnly("/index.json");
        assertThat(home.resolve("fetched")).doesNotExist();
    }

    @Test
    void aRedirectionIsNotFollowed() {
        Repository.Listing listing = repository(address + "/moved").list(Locale.ENGLISH);

        assertThat(listing.items()).isEmpty();
        assertThat(listing.problems()).singleElement().asString().contains("302");
        assertThat(asked).containsExactly("/moved/index.json");
    }

    @Test
    void aPlaceThatCannotBeReadIsToldAndTheOthersStillOffer() throws IOException {
        Path folder = Files.createDirectory(home.resolve("offered"));
        plugin(folder, "gifts.jar", "gifts", "2.0.0");
        served.put("/index.json", "{\"plugins\":[{\"name\":\"x\"}]}".getBytes(StandardCharsets.UTF_8));

        Repository.Listing listing = repository("absent, " + address + ", offered").list(Locale.ENGLISH);

        assertThat(listing.items()).extracting(Offered::name).containsExactly("gifts");
        assertThat(listing.problems()).hasSize(2).anyMatch(problem -> problem.startsWith("absent: ")).anyMatch(problem -> problem.contains("without name, version"));
    }

    @Test
    void whatNobodyOffersIsNotFound() {
        assertThatThrownBy(() -> repository("").fetch("0123", home.resolve("fetched")))
            .isInstanceOfSatisfying(TenonException.class, e -> assertThat(e.kind()).isEqualTo(Kind.NOT_FOUND));
    }

    private Repository repository(String places) {
        Properties settings = new Properties();
        settings.setProperty("plugins.repository", places);
        return Repository.configured(settings, home);
    }

    private void publish(String file, Path archive, String sum) throws IOException {
        served.put("/index.json", ("{\"plugins\":[{\"name\":\"loyalty\",\"version\":\"1.2.0\",\"label\":\"Loyalty points\",\"file\":\"" + file + "\",\"sha256\":\"" + sum
            + "\",\"size\":" + Files.size(archive) + "}]}").getBytes(StandardCharsets.UTF_8));
        served.put("/files/loyalty.jar", Files.readAllBytes(archive));
    }

    private static Path plugin(Path folder, String file, String name, String version) throws IOException {
        Manifest manifest = new Manifest();
        Map.of("Manifest-Version", "1.0", "Bundle-SymbolicName", "com.example." + name, "Bundle-Version", version, "Tenon-Area", name)
            .forEach((header, value) -> manifest.getMainAttributes().put(new Attributes.Name(header), value));
        Path jar = folder.resolve(file);
        new JarOutputStream(Files.newOutputStream(jar), manifest).close();
        return jar;
    }
}

package org.tenon.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tenon.sdk.lint.archive.Brings;
import org.tenon.sdk.lint.archive.PluginArchive;
import org.tenon.testkit.installed.Plugins;
import org.tenon.testkit.process.Api;
import org.tenon.testkit.process.Await;
import org.tenon.testkit.process.RunningTenon;
import org.tenon.testkit.process.Tenon;

/**
 * What a plugin keeps to in a running Tenon. An author extends it, in a test that runs after packaging; the system properties {@code tenon.plugin}
 * and {@code tenon.archive} name the plugin and the distribution.
 *
 * <pre>{@code class LoyaltyInstalledIT extends InstalledContract {
 *     LoyaltyInstalledIT(Tenon tenon) {
 *         super(tenon);
 *     }
 * }}</pre>
 */
@ExtendWith(RunningTenon.class)
public abstract class InstalledContract {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final Tenon tenon;
    private final Api admin;
    private final Plugins plugins;
    private final PluginArchive archive = PluginFile.read();

    protected InstalledContract(Tenon tenon) {
        this.tenon = tenon;
        this.admin = tenon.admin();
        this.plugins = new Plugins(admin);
    }

    @BeforeEach
    void install() {
        plugins.install(PluginFile.path());
    }

    @AfterEach
    void remove() {
        if (plugins.state(archive.name()).equals("active")) {
            plugins.remove(archive.name());
        }
    }

    @Test
    final void itRunsAndItsListsAnswer() {
        assertThat(plugins.state(archive.name())).as(plugins.explain(archive.name())).isEqualTo("active");
        for (JsonNode type : admin.get("/api/records/types").expect(200).json().get("items")) {
            if (ours(type.get("area").asText())) {
                admin.get(type.get("path").asText()).expect(200);
            }
        }
    }

    /** Paths to read without signing in are those the plugin declares {@code @Public}; with one of these this test has nothing to say. */
    @Test
    final void nobodyReadsWithoutSigningIn() {
        if (!Brings.of(archive.bundles()).asks().contains("public")) {
            Api nobody = Api.anonymous(tenon.base());
            List<String> answered = paths().stream().map(path -> path.replaceAll("\\{[^}]*}", "0000000000000")).filter(path -> nobody.get(path).status() < 400).toList();
            assertThat(answered).isEmpty();
        }
    }

    @Test
    final void itsMenuShows() {
        assertThat(menu()).containsAll(ownMenu());
    }

    /** No path, no menu entry, no thread and no class loader stays. */
    @Test
    final void removalLeavesNothingBehind() {
        plugins.remove(archive.name());
        JavaProcess process = new JavaProcess(tenon.pid());
        int loaders = process.bundleLoaders();
        Set<String> threads = process.threads();
        plugins.install(PluginFile.path());
        paths().stream().filter(path -> !path.contains("{")).forEach(admin::get);
        plugins.remove(archive.name());

        assertThat(paths()).isEmpty();
        assertThat(menu()).doesNotContainAnyElementsOf(ownMenu());
        Await.until("no thread of the plugin is left", SOON, () -> process.threadsBeside(threads).isEmpty());
        Await.until("class loaders of bundles are as many as before, " + loaders, SOON, () -> process.bundleLoaders() <= loaders);
    }

    private boolean ours(String area) {
        return archive.bundles().stream().anyMatch(bundle -> bundle.area().equals(area));
    }

    /** Its paths, as OpenAPI has them now. */
    private List<String> paths() {
        List<String> paths = new ArrayList<>();
        admin.get("/api/openapi.json").expect(200).json().get("paths").fieldNames().forEachRemaining(path -> {
            if (path.split("/").length > 2 && ours(path.split("/")[2])) {
                paths.add(path);
            }
        });
        return paths;
    }

    private Set<String> ownMenu() {
        return Brings.of(archive.bundles()).menu().stream().map(Brings.Item::name).collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> menu() {
        Set<String> ids = new TreeSet<>();
        admin.get("/api/shell/contributions").expect(200).json().get("menu").forEach(entry -> ids.add(entry.get("id").asText()));
        return ids;
    }
}

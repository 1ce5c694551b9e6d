package org.tenon.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tenon.persistence.DatabaseConfig;
import org.tenon.persistence.PersistenceUnit;
import org.tenon.persistence.standalone.StandalonePersistence;
import org.tenon.sdk.lint.Lint;
import org.tenon.sdk.lint.archive.PluginArchive;
import org.tenon.sdk.lint.bundle.BundleJar;
import org.tenon.sdk.lint.bundle.ClassFacts;
import org.tenon.sdk.lint.bundle.ClassFacts.MenuEntry;
import org.tenon.sdk.lint.text.Languages;
import org.tenon.testkit.BothDatabases;
import org.tenon.testkit.TestDatabase;

/**
 * What a packed plugin keeps to before anyone installs it. An author extends it, in a test that runs after packaging:
 *
 * <pre>{@code class LoyaltyArchiveIT extends ArchiveContract { } }</pre>
 *
 * The archive is {@link PluginFile}'s; its entity classes must be on the test's class path, enhanced.
 */
public abstract class ArchiveContract {

    private final PluginArchive archive = PluginFile.read();

    /** The installer's own rules: imports and exports, names, permissions of REST operations, additive migrations. */
    @Test
    final void theLinterFindsNothing() {
        assertThat(Lint.check(archive)).isEmpty();
    }

    @Test
    final void everyMenuEntryOpensAPageOfThisPlugin() {
        Set<String> pages = new TreeSet<>(UiFile.routes(PluginFile.path()));
        recordTypes().forEach(type -> pages.add("/" + type.text("area") + "/" + type.text("plural")));
        List<String> dead = menu().map(MenuEntry::path).filter(path -> path != null && pages.stream().noneMatch(page -> path.equals(page) || path.startsWith(page + "/")))
            .toList();
        assertThat(dead).as("paths of menu entries that are none of " + pages).isEmpty();
    }

    @Test
    final void everyTextPeopleSeeIsThereInThreeLanguages() {
        Set<String> needed = new TreeSet<>(UiFile.texts(PluginFile.path()));
        menu().forEach(entry -> needed.add("menu." + entry.id()));
        recordTypes().forEach(type -> needed.addAll(List.of(type.text("name"), type.text("name") + ".plural")));
        List<String> missing = new ArrayList<>();
        for (String language : Languages.ALL) {
            needed.stream().filter(key -> !said(language, key)).forEach(key -> missing.add(language + " " + key));
        }
        assertThat(missing).isEmpty();
    }

    private boolean said(String language, String key) {
        return archive.bundles().stream().anyMatch(bundle -> !bundle.texts().byLanguage().getOrDefault(language, Map.of()).getOrDefault(key, "").isBlank());
    }

    /** The shipped scripts run on an empty database of each kind and have a column for every attribute. */
    @BothDatabases
    final void theScriptsFitTheEntities(TestDatabase database) throws ClassNotFoundException {
        try (StandalonePersistence persistence = StandalonePersistence.open(DatabaseConfig.of(database.url(), database.user(), database.password()))) {
            for (BundleJar bundle : archive.bundles()) {
                List<Class<?>> entities = entities(bundle);
                if (!entities.isEmpty()) {
                    PersistenceUnit unit = persistence.unit(bundle.area(), entities.get(0), entities.toArray(Class<?>[]::new));
                    persistence.tx().run(() -> entities.forEach(entity -> {
                        String all = "select e from " + entity.getSimpleName() + " e";
                        assertThat(unit.entityManager().createQuery(all, entity).getResultList()).as(all).isEmpty();
                    }));
                }
            }
        }
    }

    private static List<Class<?>> entities(BundleJar bundle) throws ClassNotFoundException {
        List<Class<?>> entities = new ArrayList<>();
        for (ClassFacts known : bundle.classes()) {
            if (known.annotations().containsKey("jakarta.persistence.Entity")) {
                entities.add(Class.forName(known.name()));
            }
        }
        return entities;
    }

    private Stream<ClassFacts.Annotation> recordTypes() {
        return archive.bundles().stream().flatMap(bundle -> bundle.recordTypes().stream());
    }

    private Stream<MenuEntry> menu() {
        return archive.bundles().stream().flatMap(bundle -> bundle.classes().stream()).flatMap(known -> known.menu().stream());
    }
}

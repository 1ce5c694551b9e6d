package org.tenon.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tenon.search.Firms.BOSS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.tenon.sdk.text.Fold;
import org.tenon.sdk.text.Script;
import org.tenon.sdk.text.Titles;
import org.tenon.testkit.BothDatabases;
import org.tenon.testkit.TestDatabase;

/** Real names of companies: "contains" means what it means without an index, and every name is found by its sound. */
class NamesTest {

    private static final int EACH = 197;

    @BothDatabases
    void theIndexAgreesWithPlainFolding(TestDatabase database, @TempDir Path folder) throws IOException {
        List<String> names = names();
        try (Firms firms = new Firms(database, folder)) {
            Map<Long, String> stored = new LinkedHashMap<>();
            names.forEach(name -> stored.put(firms.store(name), name));
            firms.settle();
            SoftAssertions all = new SoftAssertions();
            for (int i = 0; i < names.size(); i += 3) {
                String name = names.get(i);
                String part = name.substring(name.length() / 3, Math.max(name.length() / 3 + 1, name.length() - 1));
                for (String typed : List.of(part, Script.TRADITIONAL.of(part), part.toUpperCase(java.util.Locale.ROOT))) {
                    Set<String> expected = stored.values().stream().filter(known -> Fold.contains(known, typed)).collect(Collectors.toCollection(TreeSet::new));
                    all.assertThat(titles(firms.holding(BOSS, "name", typed), stored)).as(typed).isEqualTo(expected);
                }
                String initials = Titles.sounds(name).stream().map(Titles.Sound::initial).collect(Collectors.joining());
                if (Titles.chinese(name) && initials.length() > 1) {
                    all.assertThat(titles(firms.words(BOSS, initials), stored)).as(initials).contains(name);
                    all.assertThat(titles(firms.words(BOSS, Titles.key(name)), stored)).as(Titles.key(name)).contains(name);
                }
            }
            all.assertAll();
            assertThat(stored).hasSizeGreaterThan(130);
        }
    }

    private static Set<String> titles(List<Long> ids, Map<Long, String> stored) {
        return ids.stream().map(stored::get).collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> names() throws IOException {
        List<String> names = new ArrayList<>(some("company-names/short-names-20k.txt", 0));
        names.addAll(some("customers-zh/customers-utf8bom.csv", 1));
        return names.stream().filter(name -> !name.isBlank() && name.length() <= 200).distinct().toList();
    }

    /** Every so many-th line; of a table, which begins with a header, the second column. */
    private static List<String> some(String name, int skipped) throws IOException {
        String chosen = System.getenv("TENON_DATA");
        Path file = Path.of(chosen == null ? "../../../shared/data" : chosen).resolve(name);
        Assumptions.assumeTrue(Files.isRegularFile(file) || "1".equals(System.getenv("TENON_REQUIRE_DATA")), "shared test data is absent: " + file);
        try (Stream<String> lines = Files.lines(file)) {
            List<String> all = lines.skip(skipped).map(line -> line.split(",")).filter(cells -> cells.length > skipped).map(cells -> cells[skipped].replace("\"", "").strip()).toList();
            List<String> some = new ArrayList<>();
            for (int i = 0; i < all.size(); i += skipped == 0 ? EACH : EACH / 4) {
                some.add(all.get(i));
            }
            return some;
        }
    }
}

package org.tenon.it;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who may use whom (docs/architecture.md), read from the manifests and classes that were built. */
class ArchitectureTest {

    private static final Path ROOT = Path.of(System.getProperty("tenon.root", "../.."));
    /** Re-bundled libraries: their manifests are ours, their classes are not. */
    private static final Set<String> LIBRARIES = Set.of("platform-openjpa", "platform-derby", "platform-jaxrs-api", "platform-component-dsl");

    private static final String VERSIONING = "org.osgi.annotation.versioning.";

    @Test
    void areasExportNothingAndUseOnlyTheSdkOfOurs() {
        forEachBundle((name, manifest) -> {
            if (name.startsWith("platform-") || name.endsWith("-api")) {
                return;
            }
            assertThat(manifest.getValue("Export-Package")).as("%s exports", name).isNull();
            assertThat(ours(manifest)).as("%s imports", name).allMatch(used -> used.startsWith("org.tenon.sdk"));
        });
    }

    @Test
    void platformBundlesUseEachOtherInOneDirectionOnly() {
        Map<String, Set<String>> allowed = Map.of(
            "platform-persistence", Set.of(),
            "platform-records", Set.of("org.tenon.persistence"),
            "platform-jobs", Set.of("org.tenon.persistence"),
            "platform-identity", Set.of("org.tenon.persistence"),
            "platform-search", Set.of(),
            "platform-web", Set.of(),
            "platform-shell", Set.of(),
            "platform-files", Set.of("org.tenon.persistence"),
            "platform-plugins", Set.of("org.tenon.persistence"));
        forEachBundle((name, manifest) -> {
            if (allowed.containsKey(name)) {
                assertThat(ours(manifest)).as("%s imports", name)
                    .allMatch(used -> used.startsWith("org.tenon.sdk") || allowed.get(name).contains(used)
                        || used.startsWith("org.tenon." + name.substring("platform-".length())));
            }
        });
    }

    @Test
    void noBundleHasOptionalImports() {
        forEachBundle((name, manifest) ->
            assertThat(String.valueOf(manifest.getValue("Import-Package"))).as(name).doesNotContain("resolution:=optional"));
    }

    @Test
    void sdkUsesNothingOfOurs() throws IOException {
        try (JarFile jar = new JarFile(jar(ROOT.resolve("plugin-sdk/api")).toFile())) {
            assertThat(ours(jar.getManifest().getMainAttributes())).allMatch(used -> used.startsWith("org.tenon.sdk"));
        }
    }

    @Test
    void packagesAreFreeOfCycles() throws IOException {
        List<Path> folders = new ArrayList<>(bundles().stream().map(folder -> folder.resolve("target/classes")).toList());
        folders.add(ROOT.resolve("plugin-sdk/api/target/classes"));
        folders.add(ROOT.resolve("plugin-sdk/lint/target/classes"));
        JavaClasses classes = new ClassFileImporter().importPaths(folders.stream().filter(Files::isDirectory).toList());
        slices().matching("org.tenon.(**)").should().beFreeOfCycles().check(classes);
    }

    /** Who implements an interface decides what may be added to it. */
    @Test
    void everyInterfaceOfTheSdkSaysWhoImplementsIt() {
        JavaClasses classes = new ClassFileImporter().importPath(ROOT.resolve("plugin-sdk/api/target/classes"));
        assertThat(classes.stream().filter(JavaClass::isInterface).filter(type -> !type.isAnnotation() && !type.isNestedClass() && !type.getSimpleName().equals("package-info"))
            .filter(type -> !type.isAnnotatedWith(VERSIONING + "ProviderType") && !type.isAnnotatedWith(VERSIONING + "ConsumerType")).map(JavaClass::getName)).isEmpty();
    }

    private interface ManifestCheck {
        void check(String name, Attributes manifest);
    }

    private static void forEachBundle(ManifestCheck check) {
        try {
            List<Path> folders = bundles();
            assertThat(folders).hasSizeGreaterThan(6);
            for (Path folder : folders) {
                try (JarFile jar = new JarFile(jar(folder).toFile())) {
                    check.check(folder.getFileName().toString(), jar.getManifest().getMainAttributes());
                }
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Path> bundles() throws IOException {
        try (Stream<Path> list = Files.list(ROOT.resolve("bundles"))) {
            return list.filter(folder -> Files.exists(folder.resolve("pom.xml")))
                .filter(folder -> !LIBRARIES.contains(folder.getFileName().toString())).sorted().toList();
        }
    }

    private static Path jar(Path folder) throws IOException {
        try (Stream<Path> list = Files.list(folder.resolve("target"))) {
            return list.filter(file -> file.getFileName().toString().matches(".*-\\d+\\.\\d+\\.\\d+\\.jar")).findFirst()
                .orElseThrow(() -> new AssertionError("not built: " + folder));
        }
    }

    /** The packages of ours that a bundle imports. */
    private static Set<String> ours(Attributes manifest) {
        String imports = manifest.getValue("Import-Package");
        if (imports == null) {
            return Set.of();
        }
        return Stream.of(imports.replaceAll("\"[^\"]*\"", "").split(",")).map(clause -> clause.split(";")[0].strip())
            .filter(used -> used.startsWith("org.tenon.")).collect(Collectors.toCollection(TreeSet::new));
    }
}

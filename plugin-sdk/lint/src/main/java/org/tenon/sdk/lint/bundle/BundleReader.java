package org.tenon.sdk.lint.bundle;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.apache.felix.utils.manifest.Clause;
import org.tenon.sdk.lint.text.Sentence;
import org.tenon.sdk.lint.zip.ArchiveException;
import org.tenon.sdk.lint.zip.Budget;
import org.tenon.sdk.lint.zip.SafeZip;

/** Reads a bundle's jar file, and the jars on its class path that lie in it. For one bundle and thread. */
public final class BundleReader {

    private final Path work;
    private final Budget budget;
    private final List<ClassFacts> classes = new ArrayList<>();
    private final Set<String> packages = new HashSet<>();
    private Set<String> implementations = Set.of();
    private int newest;

    /** @param work an empty folder of the caller's, for what must be unpacked to be read */
    public BundleReader(Path work, Budget budget) {
        this.work = work;
        this.budget = budget;
    }

    /** @throws ArchiveException if the file is no bundle, or not to be trusted as a zip file */
    public BundleJar read(Path file, String path, int startLevel) throws IOException {
        try (SafeZip jar = SafeZip.open(file, budget)) {
            jar.readAll();
            Headers headers = headers(jar);
            if (headers.get("Bundle-SymbolicName").isEmpty()) {
                throw new ArchiveException(Sentence.of("lint.archive.noBundle"));
            }
            List<Component> components = ComponentXml.read(jar, headers.get("Service-Component"));
            implementations = new HashSet<>(components.stream().map(Component::implementation).toList());
            readClasses(jar);
            for (Clause entry : headers.clauses("Bundle-ClassPath")) {
                if (jar.has(entry.getName())) {
                    readEmbedded(jar, entry.getName());
                }
            }
            return new BundleJar(path, startLevel, headers, components, classes, packages, newest, migrations(jar), Texts.read(jar, headers.get("Tenon-Area")));
        }
    }

    /** The manifest, empty if there is none. */
    public static Headers headers(SafeZip jar) throws IOException {
        Manifest manifest = new Manifest();
        if (jar.has(JarFile.MANIFEST_NAME)) {
            manifest.read(new ByteArrayInputStream(jar.bytes(JarFile.MANIFEST_NAME)));
        }
        return new Headers(manifest);
    }

    private void readEmbedded(SafeZip jar, String name) throws IOException {
        Path copy = Files.createTempFile(work, "embedded", ".jar");
        jar.copy(name, copy);
        try (SafeZip embedded = SafeZip.open(copy, budget)) {
            embedded.readAll();
            readClasses(embedded);
        } finally {
            Files.delete(copy);
        }
    }

    private void readClasses(SafeZip jar) throws IOException {
        for (String name : jar.names()) {
            if (name.endsWith(".class") && !name.startsWith("META-INF/") && !name.endsWith("module-info.class")) {
                ClassFacts facts = ClassFileReader.read(name, jar.bytes(name));
                newest = Math.max(newest, facts.major());
                packages.add(facts.name().contains(".") ? facts.name().substring(0, facts.name().lastIndexOf('.')) : "");
                if (!facts.annotations().isEmpty() || !facts.methods().isEmpty() || !facts.menu().isEmpty() || implementations.contains(facts.name())) {
                    classes.add(facts);
                }
            }
        }
    }

    private static List<Migration> migrations(SafeZip jar) throws IOException {
        List<Migration> migrations = new ArrayList<>();
        for (String name : jar.names()) {
            if (name.matches("db/[^/]+\\.sql")) {
                migrations.add(Migration.of(name, new String(jar.bytes(name), StandardCharsets.UTF_8)));
            }
        }
        return migrations;
    }
}

package org.tenon.sdk.lint.bundle;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A bundle of a plugin.
 *
 * @param path       in the archive; empty if the archive is the bundle
 * @param startLevel 0 where none is given
 * @param headers    its manifest
 * @param components its declarative services
 * @param classes    those that carry annotations, make menu entries or implement a component
 * @param packages   that hold class files, embedded jars on its class path included
 * @param newest     the highest class file version in it, 0 without classes
 * @param migrations {@code db/*.sql}, in the order of their versions
 * @param texts      of its area
 */
public record BundleJar(String path, int startLevel, Headers headers, List<Component> components, List<ClassFacts> classes, Set<String> packages, int newest,
                        List<Migration> migrations, Texts texts) {

    public BundleJar {
        components = List.copyOf(components);
        classes = List.copyOf(classes);
        packages = Set.copyOf(packages);
        migrations = migrations.stream().sorted(Comparator.comparingInt(BundleJar::order).thenComparing(Migration::file)).toList();
    }

    public String symbolicName() {
        return headers.first("Bundle-SymbolicName");
    }

    public String version() {
        return headers.get("Bundle-Version");
    }

    /** Its area, empty if it has none. */
    public String area() {
        return headers.get("Tenon-Area");
    }

    public Optional<ClassFacts> type(String className) {
        return classes.stream().filter(known -> known.name().equals(className)).findFirst();
    }

    /** The entity classes that are record types. */
    public List<ClassFacts.Annotation> recordTypes() {
        return classes.stream().filter(known -> known.annotations().containsKey("org.tenon.sdk.record.RecordType"))
            .map(known -> known.annotations().get("org.tenon.sdk.record.RecordType")).toList();
    }

    /** How people should call it: its file's name, else its symbolic name. */
    public String shown() {
        return path.isEmpty() ? symbolicName() : path.substring(path.lastIndexOf('/') + 1);
    }

    private static int order(Migration migration) {
        String digits = migration.file().replaceAll("^.*/V(\\d{1,9})__.*$", "$1");
        return digits.matches("\\d{1,9}") ? Integer.parseInt(digits) : Integer.MAX_VALUE;
    }
}

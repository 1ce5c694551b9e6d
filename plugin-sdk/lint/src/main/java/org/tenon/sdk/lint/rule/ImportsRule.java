package org.tenon.sdk.lint.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.felix.utils.manifest.Clause;
import org.apache.felix.utils.version.VersionRange;
import org.tenon.sdk.lint.archive.PluginArchive;
import org.tenon.sdk.lint.bundle.BundleJar;
import org.tenon.sdk.lint.text.Sentence;

/**
 * Plugins use the SDK, by a range of versions, and the libraries the platform offers to everyone; everything else they carry with them, unexported.
 * No import is optional: a bundle with one is restarted whenever someone else brings or takes the package.
 */
final class ImportsRule implements Rule {

    private static final String NAME = "imports";
    private static final String SDK = "org.tenon.sdk";

    /** What the platform offers besides the SDK: it changes with major versions of the platform only. */
    private static final List<String> LIBRARIES = List.of("com.fasterxml.jackson.annotation", "com.fasterxml.jackson.core", "com.fasterxml.jackson.databind",
        "com.fasterxml.jackson.datatype.jsr310", "jakarta.persistence", "javax.servlet", "javax.ws.rs", "org.apache.openjpa.enhance", "org.apache.openjpa.util",
        "org.jspecify.annotations", "org.osgi.framework", "org.osgi.service.component", "org.osgi.service.jaxrs.whiteboard", "org.osgi.util.tracker", "org.slf4j");

    /** Packages of the Java platform outside {@code java.*}. */
    private static final Pattern JAVA = Pattern.compile("(java|org\\.w3c\\.dom|org\\.xml\\.sax|org\\.ietf\\.jgss"
        + "|javax\\.(crypto|imageio|management|naming|net|print|script|security|sound|sql|swing|accessibility|xml|transaction\\.xa|annotation\\.processing|lang\\.model|tools))"
        + "(\\..*)?");

    @Override
    public List<Finding> check(PluginArchive archive) {
        List<Finding> findings = new ArrayList<>();
        for (BundleJar bundle : archive.bundles()) {
            bundle.headers().clauses("Import-Package").forEach(imported -> check(bundle, imported, findings));
            if (!bundle.headers().get("DynamicImport-Package").isEmpty()) {
                findings.add(Finding.refuse(NAME, Sentence.of("lint.imports.dynamic", bundle.shown())));
            }
        }
        return findings;
    }

    private static void check(BundleJar bundle, Clause imported, List<Finding> findings) {
        String name = imported.getName();
        if ("optional".equals(imported.getDirective("resolution"))) {
            findings.add(Finding.refuse(NAME, Sentence.of("lint.imports.optional", bundle.shown(), name)));
        }
        boolean sdk = within(name, SDK);
        if (sdk && !bounded(imported.getAttribute("version"))) {
            findings.add(Finding.refuse(NAME, Sentence.of("lint.imports.unbounded", bundle.shown(), name)));
        }
        if (!sdk && !JAVA.matcher(name).matches() && LIBRARIES.stream().noneMatch(library -> within(name, library))) {
            String key = name.startsWith("org.tenon.") ? "lint.imports.internal" : "lint.imports.library";
            findings.add(Finding.refuse(NAME, Sentence.of(key, bundle.shown(), name)));
        }
    }

    private static boolean within(String name, String root) {
        return name.equals(root) || name.startsWith(root + ".");
    }

    private static boolean bounded(String version) {
        return version != null && !VersionRange.INFINITE_VERSION.equals(VersionRange.parseVersionRange(version).getCeiling());
    }
}

package org.tenon.sdk.lint.rule;

import java.util.ArrayList;
import java.util.List;
import org.tenon.sdk.lint.archive.PluginArchive;
import org.tenon.sdk.lint.bundle.BundleJar;

/** A bundle stands on its own: a symbolic name that is not ours, a version, no fragment, no native code, no other bundle required by name. */
final class BundleRule implements Rule {

    private static final String NAME = "bundle";

    @Override
    public List<Finding> check(PluginArchive archive) {
        List<Finding> findings = new ArrayList<>();
        for (BundleJar bundle : archive.bundles()) {
            check(bundle, findings);
        }
        return findings;
    }

    private static void check(BundleJar bundle, List<Finding> findings) {
        String symbolic = bundle.symbolicName();
        if (symbolic.equals("org.tenon.sdk") || symbolic.startsWith("org.tenon.platform.") || symbolic.startsWith("org.apache.karaf.")) {
            findings.add(Finding.refuse(NAME, bundle.shown() + " calls itself " + symbolic + ", which is a part of the platform"));
        }
        if (!bundle.version().matches("\\d+(\\.\\d+(\\.\\d+(\\.[\\w-]+)?)?)?")) {
            findings.add(Finding.refuse(NAME, bundle.shown() + " has no valid Bundle-Version: '" + bundle.version() + "'"));
        }
        refuse(bundle, "Fragment-Host", "attaches itself to another bundle", findings);
        refuse(bundle, "Require-Bundle", "requires another bundle by name; import packages instead", findings);
        refuse(bundle, "Bundle-NativeCode", "brings native code", findings);
        refuse(bundle, "Provide-Capability", "osgi.extender", "offers an extender, which reaches into other bundles", findings);
        if (!bundle.headers().get("Bundle-Activator").isEmpty()) {
            findings.add(Finding.warn(NAME, bundle.shown() + " has a Bundle-Activator; a component says what it needs, an activator does not"));
        }
    }

    private static void refuse(BundleJar bundle, String header, String does, List<Finding> findings) {
        if (!bundle.headers().get(header).isEmpty()) {
            findings.add(Finding.refuse(NAME, bundle.shown() + " " + does + " (" + header + ": " + bundle.headers().get(header) + ")"));
        }
    }

    private static void refuse(BundleJar bundle, String header, String namespace, String does, List<Finding> findings) {
        if (bundle.headers().clauses(header).stream().anyMatch(clause -> clause.getName().equals(namespace))) {
            findings.add(Finding.refuse(NAME, bundle.shown() + " " + does + " (" + header + ")"));
        }
    }
}

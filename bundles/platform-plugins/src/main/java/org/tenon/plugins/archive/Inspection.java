package org.tenon.plugins.archive;

import java.util.List;
import java.util.Locale;
import org.tenon.sdk.lint.Lint;
import org.tenon.sdk.lint.archive.Brings;
import org.tenon.sdk.lint.archive.PluginArchive.Requirement;
import org.tenon.sdk.lint.bundle.Migration;
import org.tenon.sdk.lint.bundle.Texts;
import org.tenon.sdk.lint.rule.Finding;

/**
 * All that is known of an archive before anything of it runs.
 *
 * @param texts          of its main bundle
 * @param kar            false for a single bundle
 * @param bundles        in the order of the features file
 * @param requires       other features it needs, the platform's among them
 * @param brings         what it adds; {@link Brings#in} is JSON-ready
 * @param permissions    what its REST calls ask their callers for, {@code public} for those open to everyone
 * @param migrations     in the order they run
 * @param findings       refusals first; those of the rules and of the signature policy
 * @param sha256         of the archive, hexadecimal
 * @param smoke          paths of the header {@code Tenon-Smoke} that must answer once it runs; may be empty
 * @param compatibleFrom header {@code Tenon-Compatible-From}: the oldest version that can run on its tables, empty for any
 */
public record Inspection(String name, String version, Texts texts, boolean kar, List<BundleInArchive> bundles, List<Requirement> requires, Brings brings,
                         List<String> permissions, List<Migration> migrations, Signature signature, List<Finding> findings, String sha256,
                         List<String> smoke, String compatibleFrom) {

    public Inspection {
        bundles = List.copyOf(bundles);
        requires = List.copyOf(requires);
        permissions = List.copyOf(permissions);
        migrations = List.copyOf(migrations);
        findings = List.copyOf(findings);
        smoke = List.copyOf(smoke);
    }

    /** What people call it, its name where its texts say nothing. */
    public String label(Locale locale) {
        return texts.find("area.label", locale, name);
    }

    /** Whether no finding refuses it. */
    public boolean accepted() {
        return Lint.accepts(findings);
    }
}

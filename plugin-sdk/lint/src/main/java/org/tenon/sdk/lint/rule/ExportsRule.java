package org.tenon.sdk.lint.rule;

import java.util.ArrayList;
import java.util.List;
import org.apache.felix.utils.manifest.Clause;
import org.tenon.sdk.lint.archive.PluginArchive;
import org.tenon.sdk.lint.bundle.BundleJar;
import org.tenon.sdk.lint.text.Sentence;

/** Plugins export nothing, or others would be wired to them and restart with them; and they carry no copy of the SDK, whose types would not be the platform's. */
final class ExportsRule implements Rule {

    private static final String NAME = "exports";
    private static final String SDK = "org.tenon.sdk";

    @Override
    public List<Finding> check(PluginArchive archive) {
        List<Finding> findings = new ArrayList<>();
        for (BundleJar bundle : archive.bundles()) {
            for (Clause exported : bundle.headers().clauses("Export-Package")) {
                String key = sdk(exported.getName()) ? "lint.exports.sdk" : "lint.exports.any";
                findings.add(Finding.refuse(NAME, Sentence.of(key, bundle.shown(), exported.getName())));
            }
            bundle.packages().stream().filter(ExportsRule::sdk).sorted()
                .forEach(copy -> findings.add(Finding.refuse(NAME, Sentence.of("lint.exports.copy", bundle.shown(), copy))));
        }
        return findings;
    }

    private static boolean sdk(String name) {
        return name.equals(SDK) || name.startsWith(SDK + ".");
    }
}

package org.tenon.sdk.lint.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.tenon.sdk.lint.archive.PluginArchive;
import org.tenon.sdk.lint.bundle.BundleJar;
import org.tenon.sdk.lint.text.Languages;
import org.tenon.sdk.lint.text.Sentence;

/** Whatever people read is there in all three languages. */
final class TextsRule implements Rule {

    private static final String NAME = "texts";
    private static final int SHOWN = 5;

    @Override
    public List<Finding> check(PluginArchive archive) {
        List<Finding> findings = new ArrayList<>();
        for (BundleJar bundle : archive.bundles()) {
            if (!bundle.area().isEmpty()) {
                Languages.ALL.forEach(language -> check(bundle, language, findings));
            }
        }
        return findings;
    }

    private static void check(BundleJar bundle, String language, List<Finding> findings) {
        String file = "i18n/" + bundle.area() + "_" + language + ".properties";
        Map<String, String> texts = bundle.texts().byLanguage().get(language);
        if (texts == null) {
            findings.add(Finding.warn(NAME, Sentence.of("lint.texts.file", bundle.shown(), file)));
            return;
        }
        TreeSet<String> missing = new TreeSet<>();
        bundle.texts().byLanguage().values().forEach(others -> missing.addAll(others.keySet()));
        missing.removeIf(key -> key.endsWith(".aliases") || !texts.getOrDefault(key, "").isBlank());
        if (!missing.isEmpty()) {
            String shown = String.join(", ", missing.stream().limit(SHOWN).toList());
            findings.add(Finding.warn(NAME, missing.size() > SHOWN ? Sentence.of("lint.texts.lacksMore", file, shown, missing.size() - SHOWN) : Sentence.of("lint.texts.lacks", file, shown)));
        }
    }
}

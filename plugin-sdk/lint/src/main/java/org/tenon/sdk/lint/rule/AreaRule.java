package org.tenon.sdk.lint.rule;

import java.util.ArrayList;
import java.util.List;
import org.tenon.sdk.lint.archive.PluginArchive;
import org.tenon.sdk.lint.bundle.BundleJar;
import org.tenon.sdk.lint.bundle.ClassFacts;
import org.tenon.sdk.lint.bundle.Component;
import org.tenon.sdk.lint.text.Sentence;

/**
 * An area's name is the plugin's (without hyphens), or begins with it; its REST base, its tables and record types carry the area's name, so that no plugin gets in
 * another's way.
 */
final class AreaRule implements Rule {

    private static final String NAME = "area";
    private static final String BASE = "osgi.jaxrs.application.base";
    private static final String RECORD_TYPE = "org.tenon.sdk.record.RecordType";
    private static final String TABLE = "jakarta.persistence.Table";
    private static final String ENTITY = "jakarta.persistence.Entity";
    private static final int LONGEST = 30;

    @Override
    public List<Finding> check(PluginArchive archive) {
        List<Finding> findings = new ArrayList<>();
        for (BundleJar bundle : archive.bundles()) {
            if (bundle.area().isEmpty()) {
                needed(bundle, findings);
            } else {
                named(archive, bundle, findings);
                contents(bundle, findings);
            }
        }
        return findings;
    }

    private static void needed(BundleJar bundle, List<Finding> findings) {
        boolean served = bundle.components().stream().anyMatch(component -> component.properties().containsKey(BASE));
        if (served || !bundle.migrations().isEmpty() || !bundle.recordTypes().isEmpty()) {
            findings.add(Finding.refuse(NAME, Sentence.of("lint.area.none", bundle.shown())));
        }
    }

    private static void named(PluginArchive archive, BundleJar bundle, List<Finding> findings) {
        String area = bundle.area();
        if (!area.matches("[a-z][a-z0-9]*") || area.length() > LONGEST) {
            findings.add(Finding.refuse(NAME, Sentence.of("lint.area.form", area, bundle.shown(), LONGEST)));
        } else if (Reserved.area(area)) {
            findings.add(Finding.refuse(NAME, Sentence.of("lint.area.reserved", area, bundle.shown())));
        } else if (!area.startsWith(archive.name().replace("-", ""))) {
            findings.add(Finding.refuse(NAME, Sentence.of("lint.area.foreign", area, bundle.shown(), archive.name())));
        }
    }

    private static void contents(BundleJar bundle, List<Finding> findings) {
        String area = bundle.area();
        for (Component component : bundle.components()) {
            String base = component.properties().getOrDefault(BASE, "/api/" + area);
            if (!base.equals("/api/" + area)) {
                findings.add(Finding.refuse(NAME, Sentence.of("lint.area.base", component.name(), base, area)));
            }
        }
        for (ClassFacts known : bundle.classes()) {
            ClassFacts.Annotation type = known.annotations().get(RECORD_TYPE);
            if (type != null && !type.text("area").equals(area)) {
                findings.add(Finding.refuse(NAME, Sentence.of("lint.area.type", known.name(), type.text("area"), area)));
            }
            ClassFacts.Annotation table = known.annotations().get(TABLE);
            if (known.annotations().containsKey(ENTITY) && (table == null || !table.text("name").startsWith(area + "_"))) {
                findings.add(Finding.refuse(NAME, Sentence.of("lint.area.table", known.name(), area)));
            }
        }
    }
}

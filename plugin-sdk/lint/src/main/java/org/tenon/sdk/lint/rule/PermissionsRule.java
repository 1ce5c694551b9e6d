package org.tenon.sdk.lint.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tenon.sdk.lint.archive.PluginArchive;
import org.tenon.sdk.lint.bundle.BundleJar;
import org.tenon.sdk.lint.bundle.ClassFacts;
import org.tenon.sdk.lint.text.Sentence;

/** Every REST call names its permission, or says why it is open to everyone; calls open to everyone are pointed out. */
final class PermissionsRule implements Rule {

    private static final String NAME = "permissions";
    private static final String PERMISSION = "org.tenon.sdk.rest.Permission";
    private static final String PUBLIC = "org.tenon.sdk.rest.Public";
    private static final Set<String> CALLS = Set.of("javax.ws.rs.GET", "javax.ws.rs.POST", "javax.ws.rs.PUT", "javax.ws.rs.PATCH", "javax.ws.rs.DELETE",
        "javax.ws.rs.HEAD", "javax.ws.rs.OPTIONS");

    @Override
    public List<Finding> check(PluginArchive archive) {
        List<Finding> findings = new ArrayList<>();
        for (BundleJar bundle : archive.bundles()) {
            for (ClassFacts known : bundle.classes()) {
                for (ClassFacts.Method method : known.methods()) {
                    check(known, method, findings);
                }
            }
        }
        return findings;
    }

    private static void check(ClassFacts known, ClassFacts.Method method, List<Finding> findings) {
        if (method.annotations().keySet().stream().noneMatch(CALLS::contains)) {
            return;
        }
        String call = known.name() + "." + method.name();
        if (method.annotations().containsKey(PUBLIC)) {
            findings.add(Finding.warn(NAME, Sentence.of("lint.permissions.public", call, method.annotations().get(PUBLIC).text("value"))));
        } else if (!method.annotations().containsKey(PERMISSION) && !known.annotations().containsKey(PERMISSION)) {
            findings.add(Finding.refuse(NAME, Sentence.of("lint.permissions.none", call)));
        }
    }
}

package org.tenon.plugins;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tenon.plugins.archive.Inspection;
import org.tenon.plugins.store.Versions;
import org.tenon.sdk.lint.Lint;
import org.tenon.sdk.lint.rule.Finding;
import org.tenon.sdk.lint.text.Sentence;

/**
 * What would happen with an archive that was sent.
 *
 * @param id       of the upload
 * @param action   install, upgrade, downgrade, reinstall or refused
 * @param findings what speaks against it, refusals first
 */
public record Offer(String id, Inspection content, String action, List<Finding> findings) {

    private static final String REFUSED = "refused";

    /**
     * The version that is installed now, where the plugin is.
     *
     * @param compatibleFrom the oldest version that can run on its tables, empty for any
     */
    record Present(String version, String compatibleFrom) {
    }

    /** @param area the version that comes with the distribution, if it is one of its areas */
    static Offer of(String id, Inspection content, Optional<Present> present, Optional<String> area) {
        List<Finding> findings = new ArrayList<>();
        if (area.filter(content.version()::equals).isPresent()) {
            findings.add(Finding.refuse("version", Sentence.of("plugins.said.ownVersion")));
        }
        present.flatMap(now -> incompatible(content.version(), now)).map(reason -> Finding.refuse("version", reason)).ifPresent(findings::add);
        findings.addAll(content.findings());
        String action = Lint.accepts(findings) ? present.map(now -> action(content.version(), now.version())).orElse("install") : REFUSED;
        return new Offer(id, content, action, findings);
    }

    boolean refused() {
        return action.equals(REFUSED);
    }

    /** Why one cannot go back to a version; empty if one can. */
    static Optional<Sentence> incompatible(String version, Present present) {
        boolean back = Versions.ORDER.compare(version, present.version()) < 0;
        boolean refused = back && !present.compatibleFrom().isEmpty() && Versions.ORDER.compare(version, present.compatibleFrom()) < 0;
        return refused ? Optional.of(Sentence.of("plugins.said.incompatible", present.version(), present.compatibleFrom(), version))
            : Optional.empty();
    }

    private static String action(String version, String present) {
        int order = Versions.ORDER.compare(version, present);
        return order > 0 ? "upgrade" : order < 0 ? "downgrade" : "reinstall";
    }
}

package org.tenon.sdk.lint;

import java.util.List;
import java.util.stream.Stream;
import org.tenon.sdk.lint.archive.PluginArchive;
import org.tenon.sdk.lint.rule.Finding;
import org.tenon.sdk.lint.rule.Finding.Severity;
import org.tenon.sdk.lint.rule.Rules;

/** All rules over one archive. Pure, safe for all threads. */
public final class Lint {

    private Lint() {
    }

    /** Refusals before warnings, each in the order of the rules; empty if the plugin keeps to all of them. */
    public static List<Finding> check(PluginArchive archive) {
        List<Finding> all = Rules.ALL.stream().flatMap(rule -> rule.check(archive).stream()).distinct().toList();
        return Stream.concat(all.stream().filter(finding -> finding.severity() == Severity.REFUSE),
            all.stream().filter(finding -> finding.severity() == Severity.WARN)).toList();
    }

    /** Whether it may be installed. */
    public static boolean accepts(List<Finding> findings) {
        return findings.stream().noneMatch(finding -> finding.severity() == Severity.REFUSE);
    }
}

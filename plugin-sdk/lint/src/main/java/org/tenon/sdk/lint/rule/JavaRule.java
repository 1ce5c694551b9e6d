package org.tenon.sdk.lint.rule;

import java.util.List;
import org.tenon.sdk.lint.archive.PluginArchive;
import org.tenon.sdk.lint.text.Sentence;

/** The platform runs on Java 17 and later; a plugin must not need more. */
final class JavaRule implements Rule {

    private static final int JAVA_17 = 61;
    /** Class files count from here: version 45 is Java 1. */
    private static final int BEFORE = 44;

    @Override
    public List<Finding> check(PluginArchive archive) {
        return archive.bundles().stream().filter(bundle -> bundle.newest() > JAVA_17)
            .map(bundle -> Finding.refuse("java", Sentence.of("lint.java.newer", bundle.shown(), bundle.newest() - BEFORE))).toList();
    }
}

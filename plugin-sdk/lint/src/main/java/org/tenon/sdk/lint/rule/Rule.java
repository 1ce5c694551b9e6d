package org.tenon.sdk.lint.rule;

import java.util.List;
import org.tenon.sdk.lint.archive.PluginArchive;

/** One thing plugins must keep to. A pure function: the same archive always has the same findings. */
@FunctionalInterface
public interface Rule {

    /** Empty if all is well. */
    List<Finding> check(PluginArchive archive);
}

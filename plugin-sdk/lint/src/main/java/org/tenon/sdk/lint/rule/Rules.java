package org.tenon.sdk.lint.rule;

import java.util.List;

/** All rules, in the order their findings are shown. */
public final class Rules {

    public static final List<Rule> ALL = List.of(new FeatureRule(), new BundleRule(), new ExportsRule(), new ImportsRule(), new JavaRule(), new WhiteboardRule(),
        new AreaRule(), new PermissionsRule(), new MigrationsRule(), new TextsRule());

    private Rules() {
    }
}

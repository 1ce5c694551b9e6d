package org.tenon.sdk.lint.bundle;

import java.util.List;

/**
 * A migration script.
 *
 * @param file       such as {@code db/V1__loyalty.sql}
 * @param statements without comments and closing semicolons, placeholders as written
 */
public record Migration(String file, List<String> statements) {

    public Migration {
        statements = List.copyOf(statements);
    }

    /** Splits a script at the semicolons that lie outside of quotes and comments. */
    public static Migration of(String file, String script) {
        return new Migration(file, new Statements(script).split());
    }
}

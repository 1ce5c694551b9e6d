package org.tenon.persistence.migrate;

import java.util.Map;
import org.tenon.persistence.DbKind;

/** What differs between the databases, and what every record table has, so that one script serves both. */
final class Placeholders {

    private Placeholders() {
    }

    static Map<String, String> of(DbKind kind) {
        return Map.of(
            "record", CommonColumns.definitions(kind, false),
            "owned", CommonColumns.definitions(kind, true),
            "text", kind == DbKind.DERBY ? "CLOB" : "TEXT",
            "json", json(kind));
    }

    /** JSON is text to both: nothing queries inside it. */
    static String json(DbKind kind) {
        return "VARCHAR(20000)";
    }
}

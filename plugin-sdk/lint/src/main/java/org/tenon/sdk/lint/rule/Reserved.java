package org.tenon.sdk.lint.rule;

import java.util.Set;

/** Names that are the platform's own. */
final class Reserved {

    private static final Set<String> AREAS = Set.of("approvals", "derby", "files", "identity", "jaxrs", "jobs", "member", "messages", "openjpa", "persistence",
        "platform", "plugins", "public", "record", "records", "sdk", "search", "shell", "tenon", "ui", "web");

    private Reserved() {
    }

    static boolean area(String name) {
        return AREAS.contains(name);
    }

    static boolean plugin(String name) {
        return AREAS.contains(name) || name.startsWith("tenon-") || name.startsWith("platform-");
    }
}

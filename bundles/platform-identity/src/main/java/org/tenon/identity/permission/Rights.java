package org.tenon.identity.permission;

import java.util.List;

/**
 * What a member may do, all roles taken together, in the shape of {@code GET /api/identity/rights/{member}}.
 *
 * @param superiors names, from the direct one up
 * @param line      how many members stand below them
 * @param lineReads whether they read what those own
 * @param types     only those something is granted of; none for administrators, who may do everything
 */
public record Rights(Named member, boolean active, boolean administrator, List<String> roles, List<String> departments, List<String> superiors, int line,
                     boolean lineReads, List<Type> types, List<Named> functions) {

    /** A word and what people call it. */
    public record Named(String name, String label) {
    }

    public record Type(String name, String label, List<Action> actions, List<Field> fields) {
    }

    public record Action(String name, String label, List<Scope> scopes) {
    }

    /** @param roles who grant it @param departments names, for the scope of that name only */
    public record Scope(String name, String label, List<String> roles, List<String> departments) {
    }

    /** A field whose access is not the usual one. */
    public record Field(String name, String label, String access, String accessLabel, String role) {
    }
}

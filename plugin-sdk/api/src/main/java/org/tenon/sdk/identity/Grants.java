package org.tenon.sdk.identity;

import java.util.List;
import java.util.Set;

/**
 * All that a member's roles allow, taken together (a union: what one role allows no other takes away). Immutable.
 *
 * @param administrator may do everything with every record, and holds every function
 * @param records       what may be done with records
 * @param fields        limits on fields; a limit holds only if every role that allows reading the type sets one, the mildest of them
 * @param functions     permissions that belong to no record type, such as {@code plugins:manage}
 * @param departments   the ids of the departments the member belongs to
 * @param below         those and all departments below them
 * @param line          members whose records the member reads as their superior, direct or not; empty where the organisation does not want it
 * @param unowned       whether records that belong to neither a member nor a department are read by everyone who may read their type; else
 *                      only the scope {@code all} reaches them
 */
public record Grants(boolean administrator, List<RecordGrant> records, List<FieldLimit> fields, Set<String> functions,
                     Set<Long> departments, Set<Long> below, Set<Long> line, boolean unowned) {

    /** Nothing at all. */
    public static final Grants NONE = new Grants(false, List.of(), List.of(), Set.of(), Set.of(), Set.of());

    /** Of a member who is nobody's superior, where records without owner are for the scope {@code all}. */
    public Grants(boolean administrator, List<RecordGrant> records, List<FieldLimit> fields, Set<String> functions, Set<Long> departments,
                  Set<Long> below) {
        this(administrator, records, fields, functions, departments, below, Set.of(), false);
    }

    /**
     * @param role        the role's name, for explanations
     * @param type        the record type's name, such as {@code customers.customer}
     * @param action      {@code read create update delete import export} or one the type declares
     * @param departments those the grant names, if its scope is one of named departments; else empty
     */
    public record RecordGrant(String role, String type, String action, Scope scope, Set<Long> departments) {
    }

    /** @param access how far the field is limited */
    public record FieldLimit(String role, String type, String field, FieldAccess access) {
    }

    /** From the mildest to the strictest. */
    public enum FieldAccess { READ_ONLY, MASKED, HIDDEN }
}

package org.tenon.sdk.identity;

/** Which records a grant reaches, seen from the member who holds it. */
public enum Scope {
    /** Records the member owns. */
    OWN("own"),
    /** Records of the departments the member belongs to, and records the member owns. */
    DEPARTMENT("department"),
    /** Records of those departments and of all below them, and records the member owns. */
    DEPARTMENT_BELOW("departmentBelow"),
    /** Records of the departments the grant names, without those below. */
    DEPARTMENTS("departments"),
    /** Records of the departments the grant names, and of all below them. */
    DEPARTMENTS_BELOW("departmentsBelow"),
    /** Every record. */
    ALL("all");

    private final String key;

    Scope(String key) {
        this.key = key;
    }

    /** Whether a grant with this scope names departments. */
    public boolean named() {
        return this == DEPARTMENTS || this == DEPARTMENTS_BELOW;
    }

    /** The word used in JSON and in the database. */
    public String key() {
        return key;
    }

    /** @throws IllegalArgumentException for an unknown word */
    public static Scope of(String key) {
        for (Scope scope : values()) {
            if (scope.key.equals(key)) {
                return scope;
            }
        }
        throw new IllegalArgumentException("unknown scope " + key);
    }
}

package org.tenon.sdk.conditions;

/** Stands in a condition for whoever asks. */
public enum Self {
    /** The caller: "is me". */
    MEMBER("member"),
    /** The departments the caller belongs to; with {@code within} those below them too. */
    DEPARTMENT("department");

    private final String key;

    Self(String key) {
        this.key = key;
    }

    /** The word used in JSON. */
    public String key() {
        return key;
    }
}

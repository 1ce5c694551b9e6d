package org.tenon.sdk.conditions;

/** How {@link Condition.Compare} compares. */
public enum Operator {
    EQUAL("=="),
    LESS("<"),
    LESS_OR_EQUAL("<="),
    GREATER(">"),
    GREATER_OR_EQUAL(">="),
    /** The text begins so. */
    STARTS_WITH("startsWith"),
    /** The text, or one of several, holds it somewhere, both folded ({@link org.tenon.sdk.text.Fold}). */
    CONTAINS("contains"),
    /** The field of several values holds it. */
    HAS("has"),
    /** The region, department or value of a dictionary, or one below it; of several values, any. */
    WITHIN("within");

    private final String key;

    Operator(String key) {
        this.key = key;
    }

    /** The word used in JSON. */
    public String key() {
        return key;
    }

    /** True for {@code < <= > >=}. */
    public boolean order() {
        return this == LESS || this == LESS_OR_EQUAL || this == GREATER || this == GREATER_OR_EQUAL;
    }
}

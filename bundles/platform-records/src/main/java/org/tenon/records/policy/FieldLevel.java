package org.tenon.records.policy;

/** What a caller may do with a field, from the most to the least. */
public enum FieldLevel {
    /** See and change it. */
    WRITE("write"),
    /** See it. */
    READ("read"),
    /** See that it has a value, not which. */
    MASKED("masked"),
    /** Nothing: it is absent. */
    HIDDEN("hidden");

    private final String key;

    FieldLevel(String key) {
        this.key = key;
    }

    /** The word used in metadata. */
    public String key() {
        return key;
    }

    /** True if the value itself may be seen, and so filtered and sorted by. */
    public boolean clear() {
        return this == WRITE || this == READ;
    }
}

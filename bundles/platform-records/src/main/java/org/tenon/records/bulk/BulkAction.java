package org.tenon.records.bulk;

import java.util.Arrays;
import java.util.Optional;

/** What can be done with many records at once. */
enum BulkAction {
    UPDATE("update", "update"),
    ASSIGN("assign", "update"),
    ADD_TAGS("addTags", "update"),
    REMOVE_TAGS("removeTags", "update"),
    DELETE("delete", "delete"),
    RESTORE("restore", "delete");

    private final String key;
    private final String right;

    BulkAction(String key, String right) {
        this.key = key;
        this.right = right;
    }

    static Optional<BulkAction> of(Object key) {
        return Arrays.stream(values()).filter(action -> action.key.equals(key)).findFirst();
    }

    /** The word used in JSON. */
    String key() {
        return key;
    }

    /** The action the caller needs a grant for. */
    String right() {
        return right;
    }
}

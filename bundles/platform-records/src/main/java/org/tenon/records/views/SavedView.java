package org.tenon.records.views;

import java.time.LocalDateTime;
import java.util.Set;

/**
 * A view as it is kept.
 *
 * @param memberId    whose it is
 * @param everyone    shown to whoever may read the type
 * @param departments shown to their members and those of all departments below
 * @param roles       shown to whoever holds one
 * @param updatedAt   UTC
 */
record SavedView(long id, int version, String type, long memberId, String name, boolean everyone, Set<Long> departments, Set<Long> roles,
                 Definition definition, LocalDateTime updatedAt) {

    boolean shared() {
        return everyone || !departments.isEmpty() || !roles.isEmpty();
    }
}

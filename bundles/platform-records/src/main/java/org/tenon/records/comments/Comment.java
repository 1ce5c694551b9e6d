package org.tenon.records.comments;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a member said about a record.
 *
 * @param body     plain text, mentions as {@code @[<id>]}; empty once removed
 * @param editedAt UTC, null unless it was
 * @param files    ids of files said with it; empty once removed
 * @param removed  true once its author, or an administrator, took it back
 */
public record Comment(long id, String type, long target, long memberId, String body, LocalDateTime createdAt, @Nullable LocalDateTime editedAt,
                      boolean removed, boolean pinned, List<String> files) {

    Set<Long> mentions() {
        return Mentioned.in(body);
    }
}

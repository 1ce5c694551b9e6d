package org.tenon.sdk.file;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.record.RecordRef;

/**
 * A kept file.
 *
 * @param name        without folders, at most 200 characters
 * @param contentType found from the content, not from what the sender called it
 * @param size        bytes
 * @param sha256      of the content, 64 hexadecimal digits
 * @param memberId    who brought it, 0 for the system
 * @param owner       the record it belongs to; null while it belongs to its member alone
 * @param createdAt   UTC
 * @param expiresAt   UTC, when it is removed; null for never
 */
public record StoredFile(RecordId id, String name, String contentType, long size, String sha256, long memberId, @Nullable RecordRef owner,
                         LocalDateTime createdAt, @Nullable LocalDateTime expiresAt) {
}

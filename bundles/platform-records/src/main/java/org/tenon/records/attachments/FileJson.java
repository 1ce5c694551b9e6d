package org.tenon.records.attachments;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tenon.sdk.file.StoredFile;
import org.tenon.sdk.record.RecordId;

/** A file of a record as REST shows it. */
public final class FileJson {

    /** What {@code /api/files} shows in place. */
    private static final Set<String> SHOWN = Set.of("image/png", "image/jpeg", "image/gif", "image/webp", "image/bmp", "application/pdf");

    private FileJson() {
    }

    /** @param name of the member who brought it */
    public static Map<String, @Nullable Object> of(StoredFile file, String name) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("id", file.id().toString());
        json.put("name", file.name());
        json.put("contentType", file.contentType());
        json.put("size", file.size());
        json.put("inline", SHOWN.contains(file.contentType()));
        json.put("by", file.memberId() == 0 ? null : RecordId.text(file.memberId()));
        json.put("byLabel", name);
        json.put("createdAt", file.createdAt().toInstant(java.time.ZoneOffset.UTC).toString());
        return json;
    }
}

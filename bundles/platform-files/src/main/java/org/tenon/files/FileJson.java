package org.tenon.files;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tenon.files.content.ContentTypes;
import org.tenon.sdk.file.StoredFile;

/** A file as REST shows it. */
final class FileJson {

    private FileJson() {
    }

    static Map<String, @Nullable Object> of(StoredFile file) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("id", file.id());
        json.put("name", file.name());
        json.put("contentType", file.contentType());
        json.put("size", file.size());
        json.put("sha256", file.sha256());
        json.put("inline", ContentTypes.shown(file.contentType()));
        json.put("createdAt", file.createdAt());
        json.put("expiresAt", file.expiresAt());
        return json;
    }
}

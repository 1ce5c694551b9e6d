package org.tenon.records.comments;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tenon.records.attachments.FileJson;
import org.tenon.sdk.file.StoredFile;
import org.tenon.sdk.record.RecordId;

/** A comment as REST shows it. */
final class CommentJson {

    private CommentJson() {
    }

    static Map<String, @Nullable Object> of(Comment comment, Map<Long, String> names, List<StoredFile> files, List<String> can) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("id", RecordId.text(comment.id()));
        json.put("by", comment.memberId() == 0 ? null : RecordId.text(comment.memberId()));
        json.put("byLabel", names.getOrDefault(comment.memberId(), ""));
        json.put("body", comment.body());
        json.put("mentions", mentions(comment.mentions(), names));
        json.put("createdAt", instant(comment.createdAt()));
        json.put("editedAt", instant(comment.editedAt()));
        json.put("removed", comment.removed());
        json.put("pinned", comment.pinned());
        json.put("files", files.stream().map(file -> FileJson.of(file, names.getOrDefault(file.memberId(), ""))).toList());
        json.put("can", can);
        return json;
    }

    static List<Map<String, String>> mentions(Iterable<Long> members, Map<Long, String> names) {
        List<Map<String, String>> mentions = new ArrayList<>();
        members.forEach(member -> mentions.add(Map.of("id", RecordId.text(member), "name", names.getOrDefault(member, ""))));
        return mentions;
    }

    static @Nullable String instant(@Nullable LocalDateTime at) {
        return at == null ? null : at.toInstant(ZoneOffset.UTC).toString();
    }
}

package org.tenon.files;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.StreamingOutput;
import org.jspecify.annotations.Nullable;
import org.tenon.files.content.ContentTypes;
import org.tenon.sdk.file.FileStore;
import org.tenon.sdk.file.StoredFile;

/** A content on its way to a browser that must neither run it nor take it for a page of ours. */
final class Download {

    /** Nothing may load, run or be framed elsewhere. */
    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'";
    private static final String PDF = "application/pdf";
    /** What RFC 5987 lets stand unencoded. */
    private static final String PLAIN = "!#$&+-.^_`|~";

    private Download() {
    }

    static Response of(StoredFile file, boolean inline, @Nullable String known, FileStore files) {
        String tag = "\"" + file.sha256() + "\"";
        if (known != null && known.contains(tag)) {
            return Response.notModified().header("ETag", tag).build();
        }
        boolean shown = inline && ContentTypes.shown(file.contentType());
        StreamingOutput content = out -> {
            try (InputStream in = files.open(file.id())) {
                in.transferTo(out);
            }
        };
        return Response.ok(content, shown ? file.contentType() : MediaType.APPLICATION_OCTET_STREAM)
            .header("Content-Length", file.size())
            .header("Content-Disposition", (shown ? "inline" : "attachment") + name(file.name()))
            // browsers show no PDF in a sandbox; their viewer runs it apart from our pages
            .header("Content-Security-Policy", shown && file.contentType().equals(PDF) ? POLICY : POLICY + "; sandbox")
            .header("X-Content-Type-Options", "nosniff")
            .header("Cache-Control", "private, no-cache")
            .header("ETag", tag).build();
    }

    /** The name for old readers, and in UTF-8 for all others (RFC 6266, RFC 5987). */
    static String name(String name) {
        StringBuilder plain = new StringBuilder();
        StringBuilder encoded = new StringBuilder();
        name.codePoints().forEach(point -> plain.append(point >= ' ' && point < 127 && point != '"' && point != '\\' && point != '%' ? (char) point : '_'));
        for (byte octet : name.getBytes(StandardCharsets.UTF_8)) {
            char sign = (char) (octet & 0xff);
            boolean safe = sign < 128 && (Character.isLetterOrDigit(sign) || PLAIN.indexOf(sign) >= 0);
            encoded.append(safe ? String.valueOf(sign) : "%%%02X".formatted((int) sign));
        }
        return "; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded;
    }
}

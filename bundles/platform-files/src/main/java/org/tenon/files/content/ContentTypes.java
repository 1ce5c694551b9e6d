package org.tenon.files.content;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Set;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MimeTypeException;
import org.apache.tika.mime.MimeTypes;
import org.apache.tika.mime.MimeTypesFactory;

/** Finds the type of a content from its first bytes; the name only tells apart what begins alike, such as the kinds of text or of office files. Safe for all threads. */
public final class ContentTypes {

    /** What browsers may show inside our pages: pictures that run nothing, and PDF. */
    private static final Set<String> SHOWN = Set.of("image/png", "image/jpeg", "image/gif", "image/webp", "image/bmp", "application/pdf");
    private static final String UNKNOWN = MimeTypes.OCTET_STREAM;

    private final MimeTypes types;

    public ContentTypes() {
        try (InputStream list = MimeTypes.class.getResourceAsStream("tika-mimetypes.xml")) {
            types = MimeTypesFactory.create(list);
        } catch (IOException | MimeTypeException e) {
            throw new IllegalStateException("the list of types cannot be read", e);
        }
    }

    /**
     * The media type, in lower case and without parameters.
     *
     * @param head the first bytes, up to 64 KiB
     * @param name as the sender called it
     */
    public String of(byte[] head, String name) {
        String named = detect(head, name);
        // a name alone must not make something a picture
        return SHOWN.contains(named) && !named.equals(detect(head, "")) ? UNKNOWN : named;
    }

    /** True if a browser may show it in place; everything else is only ever downloaded. */
    public static boolean shown(String type) {
        return SHOWN.contains(type);
    }

    private String detect(byte[] head, String name) {
        Metadata metadata = new Metadata();
        if (!name.isEmpty()) {
            metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
        }
        try {
            return types.detect(new ByteArrayInputStream(head), metadata).getBaseType().toString();
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory cannot fail", e);
        }
    }
}

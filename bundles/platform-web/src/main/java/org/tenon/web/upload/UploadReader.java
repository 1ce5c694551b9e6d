package org.tenon.web.upload;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Map;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.MultivaluedMap;
import javax.ws.rs.ext.MessageBodyReader;
import org.jspecify.annotations.Nullable;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.rest.Upload;
import org.tenon.web.exchange.Exchange;

/** Reads a file sent as the body, or as the first file part of a form. */
public final class UploadReader implements MessageBodyReader<Upload> {

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return type == Upload.class;
    }

    @Override
    public Upload readFrom(Class<Upload> type, Type generic, Annotation[] annotations, MediaType media,
                           MultivaluedMap<String, String> headers, InputStream body) throws IOException {
        Exchange exchange = Exchange.present();
        Upload upload = "multipart".equals(media.getType())
                ? ofForm(media, body) : ofBody(media.toString(), headers.getFirst("Content-Disposition"), body);
        exchange.closeAfter(upload.stream());
        return upload;
    }

    private static Upload ofBody(String type, @Nullable String disposition, InputStream body) throws IOException {
        String name = plain(Multipart.parameter(disposition, "filename"));
        return new Upload(name, type, spooled(target -> {
            body.transferTo(target);
            return true;
        }));
    }

    static Upload ofForm(MediaType media, InputStream body) throws IOException {
        String boundary = media.getParameters().get("boundary");
        if (boundary == null || boundary.isEmpty() || boundary.length() > 70) {
            throw TenonException.unreadable("the form names no boundary");
        }
        Multipart form = new Multipart(body, boundary);
        boolean more = form.first();
        while (more) {
            Map<String, String> headers = form.headers();
            String name = Multipart.parameter(headers.get("content-disposition"), "filename");
            if (name != null) {
                String type = headers.getOrDefault("content-type", MediaType.APPLICATION_OCTET_STREAM);
                return new Upload(plain(name), type, spooled(form::content));
            }
            more = form.content(OutputStream.nullOutputStream());
        }
        throw TenonException.unreadable("the form holds no file");
    }

    private interface Source {

        boolean into(OutputStream target) throws IOException;
    }

    private static InputStream spooled(Source source) throws IOException {
        Spool spool = new Spool();
        try {
            source.into(spool);
            return spool.content();
        } catch (IOException | RuntimeException e) {
            spool.discard();
            throw e;
        }
    }

    /** Some senders name the whole path. */
    private static String plain(@Nullable String name) {
        return name == null ? "" : name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }
}

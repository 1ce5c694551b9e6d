package org.tenon.web.json;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Set;
import javax.ws.rs.Consumes;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.MultivaluedMap;
import javax.ws.rs.core.StreamingOutput;
import javax.ws.rs.ext.MessageBodyReader;
import javax.ws.rs.ext.MessageBodyWriter;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.rest.Upload;

/** Bodies in JSON. */
@Consumes({"application/json", "application/*+json"})
@Produces({"application/json", "application/*+json"})
public final class JsonBodies implements MessageBodyReader<Object>, MessageBodyWriter<Object> {

    /** What JAX-RS itself, or the upload reader, handles whatever the media type says. */
    private static final Set<Class<?>> OTHERS =
            Set.of(InputStream.class, Reader.class, byte[].class, char[].class, String.class, File.class, Upload.class);

    private final Json json;

    public JsonBodies(Json json) {
        this.json = json;
    }

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return !OTHERS.contains(type);
    }

    @Override
    public Object readFrom(Class<Object> type, Type generic, Annotation[] annotations, MediaType media,
                           MultivaluedMap<String, String> headers, InputStream body) throws IOException {
        Object value = json.read(body, generic);
        if (value == null) {
            throw TenonException.unreadable("the body must not be null");
        }
        return value;
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return !OTHERS.contains(type) && !InputStream.class.isAssignableFrom(type) && !StreamingOutput.class.isAssignableFrom(type);
    }

    @Override
    public void writeTo(Object value, Class<?> type, Type generic, Annotation[] annotations, MediaType media,
                        MultivaluedMap<String, Object> headers, OutputStream body) throws IOException {
        json.write(body, value);
    }
}

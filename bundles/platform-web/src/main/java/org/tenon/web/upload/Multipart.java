package org.tenon.web.upload;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tenon.sdk.TenonException;

/**
 * Walks through the parts of a {@code multipart/form-data} body (RFC 7578) without holding them in memory. One thread.
 * What is no such body is refused as unreadable.
 */
final class Multipart {

    private static final int MOST_HEADER_BYTES = 16 * 1024;
    private static final int BUFFER = 64 * 1024;

    private final InputStream body;
    /** CR LF, two hyphens and the boundary: what ends a part. */
    private final byte[] delimiter;
    private final int[] fallback;
    private final byte[] buffer = new byte[BUFFER];
    private int at;
    private int end;

    Multipart(InputStream body, String boundary) {
        this.body = body;
        delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.UTF_8);
        fallback = fallback(delimiter);
    }

    /** Goes to the first part. @return false if there is none */
    boolean first() throws IOException {
        // the first delimiter may stand at the very start, without its line break
        copy(OutputStream.nullOutputStream(), 2);
        return another();
    }

    /** The headers of the part just reached; names in lower case. */
    Map<String, String> headers() throws IOException {
        Map<String, String> headers = new HashMap<>();
        int total = 0;
        for (String line = line(); !line.isEmpty(); line = line()) {
            total += line.length();
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.put(line.substring(0, colon).strip().toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
            }
            if (total > MOST_HEADER_BYTES) {
                throw TenonException.unreadable("a part of the form has too many headers");
            }
        }
        return headers;
    }

    /** Copies the part's content; its headers must have been read. @return false if it was the last part */
    boolean content(OutputStream target) throws IOException {
        copy(target, 0);
        return another();
    }

    /** Knuth, Morris and Pratt: every byte is looked at once, none is put back. @param matched bytes of the delimiter taken as read */
    private void copy(OutputStream target, int matched) throws IOException {
        int pending = matched;
        int unwritten = matched;
        while (pending < delimiter.length) {
            if (pending == 0) {
                plain(target);
            }
            byte next = (byte) need();
            while (pending > 0 && delimiter[pending] != next) {
                int shorter = fallback[pending - 1];
                int settled = pending - shorter;
                int virtual = Math.min(unwritten, settled);
                target.write(delimiter, virtual, settled - virtual);
                unwritten -= virtual;
                pending = shorter;
            }
            if (delimiter[pending] == next) {
                pending++;
            } else {
                target.write(next);
            }
        }
    }

    /** Copies what is in the buffer up to the next byte a delimiter could begin with. */
    private void plain(OutputStream target) throws IOException {
        int start = at;
        while (at < end && buffer[at] != delimiter[0]) {
            at++;
        }
        target.write(buffer, start, at - start);
    }

    private boolean another() throws IOException {
        String rest = line();
        return !rest.startsWith("--");
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(128);
        for (int next = read(); next != '\n' && !(next < 0 && isEnd(line)); next = read()) {
            if (next < 0 || line.size() > MOST_HEADER_BYTES) {
                throw TenonException.unreadable("the form is not well-formed");
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.UTF_8).stripTrailing();
    }

    /** The last delimiter need not be followed by a line break. */
    private static boolean isEnd(ByteArrayOutputStream line) {
        return line.toString(StandardCharsets.UTF_8).startsWith("--");
    }

    private int need() throws IOException {
        int next = read();
        if (next < 0) {
            throw TenonException.unreadable("the form ends in the middle of a part");
        }
        return next;
    }

    private int read() throws IOException {
        if (at == end) {
            end = Math.max(0, body.read(buffer));
            at = 0;
        }
        return at == end ? -1 : buffer[at++] & 0xff;
    }

    private static int[] fallback(byte[] pattern) {
        int[] table = new int[pattern.length];
        for (int i = 1, k = 0; i < pattern.length; i++) {
            while (k > 0 && pattern[k] != pattern[i]) {
                k = table[k - 1];
            }
            if (pattern[k] == pattern[i]) {
                k++;
            }
            table[i] = k;
        }
        return table;
    }

    /** A parameter of a header such as {@code form-data; name="file"; filename="a.csv"}; null without it. */
    static @Nullable String parameter(@Nullable String header, String name) {
        if (header == null) {
            return null;
        }
        int at = 0;
        while ((at = header.indexOf(';', at)) >= 0) {
            at++;
            int equals = header.indexOf('=', at);
            if (equals < 0) {
                return null;
            }
            boolean quoted = equals + 1 < header.length() && header.charAt(equals + 1) == '"';
            int start = quoted ? equals + 2 : equals + 1;
            int end = header.indexOf(quoted ? '"' : ';', start);
            end = end < 0 ? header.length() : end;
            if (header.substring(at, equals).strip().equalsIgnoreCase(name)) {
                return header.substring(start, end).strip();
            }
            at = end;
        }
        return null;
    }
}

package org.tenon.records.imports.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.List;

/**
 * Finds out a text's encoding: by its mark, else by the zeros of UTF-16, else strict UTF-8 if all of it is that, else of the old encodings the
 * one under which most characters are everyday ones.
 */
public final class Encodings {

    /** Those a file may be said to have, the likeliest first. */
    public static final List<String> NAMES = List.of("UTF-8", "GB18030", "Big5", "UTF-16LE", "UTF-16BE", "windows-1252", "Shift_JIS", "EUC-KR");

    private static final int SAMPLE = 1024 * 1024;
    private static final double EVERYDAY = 0.75;

    private Encodings() {
    }

    static Charset charset(String name) {
        return Charset.forName(name.equals("Big5") ? "Big5-HKSCS" : name);
    }

    static CharsetDecoder strict(String name) {
        return charset(name).newDecoder().onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** A name of {@link #NAMES}. Reads up to all of the content. */
    static String detect(Content content) throws IOException {
        try (InputStream in = content.open()) {
            byte[] head = in.readNBytes(SAMPLE);
            String marked = marked(head);
            if (marked != null) {
                return marked;
            }
            return utf8(head, in) ? "UTF-8" : old(head);
        }
    }

    private static @org.jspecify.annotations.Nullable String marked(byte[] head) {
        if (starts(head, 0xef, 0xbb, 0xbf)) {
            return "UTF-8";
        }
        if (starts(head, 0xff, 0xfe) || wide(head, 1)) {
            return "UTF-16LE";
        }
        return starts(head, 0xfe, 0xff) || wide(head, 0) ? "UTF-16BE" : null;
    }

    private static boolean starts(byte[] head, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (head.length <= i || (head[i] & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /** Delimiters and line breaks have a zero byte in UTF-16, always on the same side; in nothing else a text has many. */
    private static boolean wide(byte[] head, int zeroSide) {
        double zeros = zeros(head, zeroSide);
        return zeros > 0.02 && zeros(head, 1 - zeroSide) < zeros / 4 && (zeros > 0.3 || !decodable(head, "UTF-8"));
    }

    /** The share of zeros among the bytes at even (0) or odd (1) places. */
    private static double zeros(byte[] head, int parity) {
        int zeros = 0;
        int length = Math.min(head.length, 4096);
        for (int i = parity; i < length; i += 2) {
            zeros += head[i] == 0 ? 1 : 0;
        }
        return length < 4 ? 0 : zeros / (length / 2.0);
    }

    private static boolean utf8(byte[] head, InputStream rest) throws IOException {
        CharsetDecoder decoder = strict("UTF-8");
        CharBuffer out = CharBuffer.allocate(8192);
        ByteBuffer in = ByteBuffer.allocate(64 * 1024);
        byte[] next = head;
        while (next.length > 0) {
            for (int from = 0; from < next.length; ) {
                int n = Math.min(in.remaining(), next.length - from);
                in.put(next, from, n).flip();
                from += n;
                if (!decodes(decoder, in, out)) {
                    return false;
                }
                in.compact();
            }
            next = rest.readNBytes(SAMPLE);
        }
        in.flip();
        return !decoder.decode(in, out, true).isError();
    }

    private static boolean decodes(CharsetDecoder decoder, ByteBuffer in, CharBuffer out) {
        CoderResult result;
        do {
            out.clear();
            result = decoder.decode(in, out, false);
        } while (result.isOverflow());
        out.clear();
        return !result.isError();
    }

    /** GB18030 and Big5 share most of their codes; the characters people use lie at different places. */
    private static String old(byte[] head) {
        Pairs pairs = Pairs.of(head);
        if (pairs.lonely() > 0.5) {
            return "windows-1252";
        }
        boolean big5 = decodable(head, "Big5");
        if (!big5 || pairs.common(0xb0, 0xd7, 0xa1) >= EVERYDAY && decodable(head, "GB18030")) {
            return "GB18030";
        }
        return pairs.common(0xa4, 0xc6, 0x40) >= pairs.common(0xb0, 0xd7, 0xa1) ? "Big5" : "GB18030";
    }

    /** A sample may end in the middle of a character. */
    private static boolean decodable(byte[] head, String encoding) {
        CharBuffer out = CharBuffer.allocate(head.length + 1);
        return !strict(encoding).decode(ByteBuffer.wrap(head), out, false).isError();
    }
}

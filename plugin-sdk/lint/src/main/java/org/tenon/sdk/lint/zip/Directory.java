package org.tenon.sdk.lint.zip;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tenon.sdk.lint.text.Sentence;

/** The central directory of a zip file, read for what {@link java.util.zip.ZipFile} does not tell: links, encryption, names given twice. */
final class Directory {

    private static final int END = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int ENTRY = 0x02014b50;
    private static final int ENTRY_LENGTH = 46;
    private static final int COMMENT = 0xffff;
    private static final int FILE_TYPE = 0xf000;
    private static final int REGULAR = 0x8000;
    private static final int FOLDER = 0x4000;

    private Directory() {
    }

    /** @param special a link, a device, a pipe: anything that is neither file nor folder */
    record Entry(String name, boolean special, boolean encrypted) {
    }

    /** @throws ArchiveException if the file does not end as a zip file does */
    static List<Entry> read(Path path) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            int tail = (int) Math.min(file.length(), COMMENT + END_LENGTH);
            ByteBuffer last = bytes(file, file.length() - tail, tail);
            int end = tail - END_LENGTH;
            while (end >= 0 && last.getInt(end) != END) {
                end--;
            }
            if (end < 0) {
                throw new ArchiveException(Sentence.of("lint.zip.none"));
            }
            long length = Integer.toUnsignedLong(last.getInt(end + 12));
            long offset = Integer.toUnsignedLong(last.getInt(end + 16));
            if (offset + length > file.length() || length > Integer.MAX_VALUE) {
                throw new ArchiveException(Sentence.of("lint.zip.listMisplaced"));
            }
            return entries(bytes(file, offset, (int) length));
        }
    }

    private static List<Entry> entries(ByteBuffer directory) throws ArchiveException {
        List<Entry> entries = new ArrayList<>();
        int at = 0;
        while (at + ENTRY_LENGTH <= directory.limit() && directory.getInt(at) == ENTRY) {
            int nameLength = Short.toUnsignedInt(directory.getShort(at + 28));
            int rest = Short.toUnsignedInt(directory.getShort(at + 30)) + Short.toUnsignedInt(directory.getShort(at + 32));
            if (at + ENTRY_LENGTH + nameLength + rest > directory.limit()) {
                throw new ArchiveException(Sentence.of("lint.zip.listBroken"));
            }
            byte[] name = new byte[nameLength];
            directory.get(at + ENTRY_LENGTH, name);
            int type = directory.getInt(at + 38) >>> 16 & FILE_TYPE;
            boolean encrypted = (directory.getShort(at + 8) & 1) != 0;
            entries.add(new Entry(new String(name, StandardCharsets.UTF_8), type != 0 && type != REGULAR && type != FOLDER, encrypted));
            at += ENTRY_LENGTH + nameLength + rest;
        }
        if (at != directory.limit()) {
            throw new ArchiveException(Sentence.of("lint.zip.listUnreadable"));
        }
        return entries;
    }

    private static ByteBuffer bytes(RandomAccessFile file, long from, int length) throws IOException {
        byte[] bytes = new byte[length];
        file.seek(from);
        file.readFully(bytes);
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}

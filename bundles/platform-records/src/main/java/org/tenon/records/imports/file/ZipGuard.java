package org.tenon.records.imports.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Refuses spreadsheets that are larger than they look before anything of them is kept in memory: every part is unpacked once, into nothing.
 * What an archive says of its own sizes is not believed.
 */
final class ZipGuard {

    /** Parts a workbook of some hundred sheets has. */
    private static final int PARTS = 2_000;
    private static final long ALL_BYTES = 1024L * 1024 * 1024;
    /** Texts and formats are kept in memory while the sheet is read. */
    private static final long KEPT_BYTES = 128L * 1024 * 1024;

    private ZipGuard() {
    }

    static void check(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > PARTS) {
                throw FileRefused.tooLarge("unpacked", ALL_BYTES / (1024 * 1024));
            }
            long left = ALL_BYTES;
            for (Enumeration<? extends ZipEntry> parts = zip.entries(); parts.hasMoreElements(); ) {
                ZipEntry part = parts.nextElement();
                String name = part.getName().toLowerCase(Locale.ROOT);
                boolean sheet = name.startsWith("xl/worksheets/") || name.startsWith("xl/media/");
                left -= unpacked(zip, part, sheet ? left : Math.min(left, KEPT_BYTES), name.startsWith("xl/worksheets/"));
            }
            if (zip.getEntry("[Content_Types].xml") == null) {
                throw FileRefused.unreadable("xlsx");
            }
        } catch (ZipException e) {
            throw new FileRefused(org.tenon.sdk.Kind.UNREADABLE, "xlsx", e);
        }
    }

    private static long unpacked(ZipFile zip, ZipEntry part, long most, boolean sheet) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        long bytes = 0;
        Addresses addresses = new Addresses();
        try (InputStream in = zip.getInputStream(part)) {
            for (int n; (n = in.read(buffer)) > 0; ) {
                bytes += n;
                if (bytes > most) {
                    throw FileRefused.tooLarge("unpacked", most / (1024 * 1024));
                }
                if (sheet) {
                    addresses.check(buffer, n);
                }
            }
        }
        return bytes;
    }

    /** Looks for cells beyond the last column there is, XFD: a row is kept as wide as its last cell. */
    private static final class Addresses {

        private int letters = -1;

        void check(byte[] text, int length) {
            for (int i = 0; i < length; i++) {
                byte c = text[i];
                if (c == '"' || c == '\'') {
                    letters = 0;
                } else if (letters >= 0 && c >= 'A' && c <= 'Z') {
                    letters++;
                } else {
                    if (letters > 3 && c >= '0' && c <= '9') {
                        throw FileRefused.unreadable("xlsx");
                    }
                    letters = -1;
                }
            }
        }
    }
}

package org.tenon.records.imports.file;

/** What kind of table a file is. */
public enum Format {
    CSV, XLSX;

    /** By the first bytes: XLSX files are ZIP archives, and no text begins like one. */
    static Format of(byte[] head) {
        boolean zip = head.length >= 4 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4;
        boolean ole = head.length >= 8 && (head[0] & 0xff) == 0xd0 && (head[1] & 0xff) == 0xcf && head[2] == 0x11 && (head[3] & 0xff) == 0xe0;
        if (ole) {
            throw FileRefused.unreadable("xls");
        }
        return zip ? XLSX : CSV;
    }
}

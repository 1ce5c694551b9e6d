package org.tenon.records.exports;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tenon.records.sheets.CsvSheet;
import org.tenon.records.sheets.SheetWriter;
import org.tenon.records.sheets.XlsxSheet;
import org.tenon.sdk.TenonException;

/** Kinds of files. */
enum Format {
    CSV, XLSX;

    /** @throws TenonException INVALID for any other word */
    static Format of(@Nullable String key) {
        return Arrays.stream(values()).filter(format -> format.key().equals(key)).findFirst()
                .orElseThrow(() -> TenonException.invalid("format", "choice", "format is csv or xlsx"));
    }

    /** The word in JSON, and the file's ending. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    SheetWriter writer(OutputStream out, String title) throws IOException {
        return this == CSV ? new CsvSheet(out) : new XlsxSheet(out, title);
    }
}

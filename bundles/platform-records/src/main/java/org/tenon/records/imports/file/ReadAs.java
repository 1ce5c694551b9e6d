package org.tenon.records.imports.file;

import org.jspecify.annotations.Nullable;

/**
 * How to read a file; what is null is found out.
 *
 * @param encoding  of CSV: a name of {@link Encodings#NAMES}
 * @param delimiter of CSV: one of {@code , ; tab |}
 * @param sheet     of XLSX: its name
 * @param headerRow the row that holds the headers, from 1, empty rows counted; 0 if there is none
 */
public record ReadAs(@Nullable String encoding, @Nullable String delimiter, @Nullable String sheet, @Nullable Integer headerRow) {

    public static final ReadAs FOUND = new ReadAs(null, null, null, null);
}

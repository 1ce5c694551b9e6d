package org.tenon.records.imports.file;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a file turned out to be.
 *
 * @param encoding  null for XLSX
 * @param delimiter null for XLSX
 * @param sheets    empty for CSV
 * @param sheet     the one read; null for CSV
 * @param headers   one for each column: as in the file, or the column's letters where there is none
 * @param first     the first rows below the headers
 * @param rows      how many there are
 */
public record Look(Format format, @Nullable String encoding, @Nullable String delimiter, List<Sheet> sheets, @Nullable String sheet, int headerRow,
                   List<String> headers, List<SheetRow> first, long rows) {

    /** @param hidden not shown by spreadsheet programs */
    public record Sheet(String name, boolean hidden) {
    }

    /** How to read it again. */
    public ReadAs how() {
        return new ReadAs(encoding, delimiter, sheet, headerRow);
    }
}

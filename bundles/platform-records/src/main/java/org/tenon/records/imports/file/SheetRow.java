package org.tenon.records.imports.file;

import java.util.List;
import java.util.Set;

/**
 * A row of a table.
 *
 * @param line   of CSV the line of the file on which it begins, of XLSX the row's number; from 1
 * @param cells  as text. Typed cells of XLSX are plain: numbers {@code 1234.5}, days {@code 2026-11-23}, instants {@code 2026-11-23 09:30:00}
 * @param typed  columns whose cell was a number, a date or a truth value, not text
 * @param broken columns whose cell holds a calculation that failed, such as {@code #REF!}
 */
public record SheetRow(long line, List<String> cells, Set<Integer> typed, Set<Integer> broken) {

    /** The cell's text, empty beyond the last. */
    public String cell(int column) {
        return column < cells.size() ? cells.get(column) : "";
    }

    public boolean blank() {
        return cells.stream().allMatch(String::isBlank);
    }
}

package org.tenon.records.imports;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tenon.records.imports.file.ReadAs;

/**
 * How a file is to be loaded.
 *
 * @param columns    what each column means; those not named are left out
 * @param defaults   JSON values of new records where the file has none, by target
 * @param match      fields that say which record a row is; not empty unless the mode is CREATE
 * @param repeats    what becomes of a new row that another record is probably the same as
 * @param clear      whether empty cells empty the field of a record that is changed
 * @param replace    whether lists, such as telephone numbers, are replaced by those of the file instead of added to
 */
public record ImportOptions(ReadAs how, List<Column> columns, Map<String, Object> defaults, Mode mode, List<String> match, Repeats repeats,
                            boolean clear, boolean replace) {

    /** What rows become. */
    public enum Mode { CREATE, UPDATE, CREATE_OR_UPDATE }

    /** What becomes of a row that repeats a record. */
    public enum Repeats { SKIP, UPDATE, CREATE }

    /**
     * @param to        a target, see {@link Targets}
     * @param format    order of dates ({@code ymd dmy mdy}) or decimal sign of numbers ({@code point comma}); null for what is usual
     * @param by        of references the field their records are known by in the file; null for the title
     * @param separator between several values; null for the usual ones
     */
    public record Column(int column, String to, @Nullable String format, @Nullable String by, @Nullable String separator) {
    }
}

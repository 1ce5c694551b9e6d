package org.tenon.records.imports;

import java.util.List;
import java.util.Map;
import org.tenon.records.imports.ImportOptions.Column;
import org.tenon.records.imports.Targets.Target;
import org.tenon.records.imports.file.Look;
import org.tenon.records.model.FieldModel;
import org.tenon.records.model.RecordModel;
import org.tenon.sdk.record.ImportCompanion;

/**
 * An import whose options have been found right for its caller.
 *
 * @param columns    those that mean something, in the file's order
 * @param companions those that columns name
 * @param match      never empty unless the mode is CREATE
 */
record Plan(RecordModel model, ImportOptions options, Look look, List<Meant> columns, Map<ImportCompanion, RecordModel> companions,
            List<FieldModel> match) {

    /** A column and what it means. */
    record Meant(Column column, Target target, String header) {

        int index() {
            return column.column();
        }
    }
}

/** Loading records from CSV files: what people's spreadsheets hold becomes values, every row for itself. */
@NullMarked
package org.tenon.records.imports;

import org.jspecify.annotations.NullMarked;

/** Tables as files: CSV and XLSX, written row by row. */
@NullMarked
package org.tenon.records.sheets;

import org.jspecify.annotations.NullMarked;

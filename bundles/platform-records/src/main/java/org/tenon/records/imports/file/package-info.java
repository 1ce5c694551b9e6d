/** Tables in files: CSV in the encodings people have, and XLSX, read row by row with flat memory, and written again. */
@NullMarked
package org.tenon.records.imports.file;

import org.jspecify.annotations.NullMarked;

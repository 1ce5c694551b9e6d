/** Finds records that are probably the same: keys beside the records, checks while writing and typing, a scan of all there is. */
@NullMarked
package org.tenon.records.duplicates;

import org.jspecify.annotations.NullMarked;

/** How two records are compared, and by which keys a record's likely twins are found. Knows nothing of databases. */
@NullMarked
package org.tenon.records.matching;

import org.jspecify.annotations.NullMarked;

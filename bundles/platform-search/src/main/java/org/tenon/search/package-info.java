/** The full-text index over records of every type: kept by following the change log, asked through {@code SearchEngine} and {@code /api/search}. */
@NullMarked
package org.tenon.search;

import org.jspecify.annotations.NullMarked;

/** The index itself: Lucene's files, what is in them and how far they are. */
@NullMarked
package org.tenon.search.index;

import org.jspecify.annotations.NullMarked;

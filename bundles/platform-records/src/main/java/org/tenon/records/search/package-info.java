/** Records as the full-text index takes them in, and what a caller may find of them. */
@NullMarked
package org.tenon.records.search;

import org.jspecify.annotations.NullMarked;

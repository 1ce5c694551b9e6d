/** Changing many records at once, in the background: bulk edits, their undoing, transfer of ownership. */
@NullMarked
package org.tenon.records.bulk;

import org.jspecify.annotations.NullMarked;

/** How titles sort by sound and match whatever way they are written. */
@NullMarked
package org.tenon.records.text;

import org.jspecify.annotations.NullMarked;

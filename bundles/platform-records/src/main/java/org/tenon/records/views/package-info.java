/** Saved views of lists: kept, shared, pinned. A view shows nobody more than their own rights do. */
@NullMarked
package org.tenon.records.views;

import org.jspecify.annotations.NullMarked;

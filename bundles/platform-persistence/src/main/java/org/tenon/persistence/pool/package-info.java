/** Connections: one pool for transactions, a small one for those beside them. */
@NullMarked
package org.tenon.persistence.pool;

import org.jspecify.annotations.NullMarked;

/** The platform's transactions: one connection for each, bound to the thread. */
@NullMarked
package org.tenon.persistence.tx;

import org.jspecify.annotations.NullMarked;

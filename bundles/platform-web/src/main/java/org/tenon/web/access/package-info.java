/** Who calls, and what the call needs. */
@NullMarked
package org.tenon.web.access;

import org.jspecify.annotations.NullMarked;

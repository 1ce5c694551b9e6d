/** The first start of an empty home. */
@NullMarked
package org.tenon.identity.start;

import org.jspecify.annotations.NullMarked;

/** Identity: the organisation and its members, what they may do, and how they sign in. */
@NullMarked
package org.tenon.identity;

import org.jspecify.annotations.NullMarked;

/** What identity says to people, in their language. */
@NullMarked
package org.tenon.identity.text;

import org.jspecify.annotations.NullMarked;

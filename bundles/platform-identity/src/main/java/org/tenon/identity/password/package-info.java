/** What a password must be, how it is kept, changed and reset. */
@NullMarked
package org.tenon.identity.password;

import org.jspecify.annotations.NullMarked;

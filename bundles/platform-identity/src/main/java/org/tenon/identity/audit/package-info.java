/** Who signed in, failed to, changed a password or a role's permissions. */
@NullMarked
package org.tenon.identity.audit;

import org.jspecify.annotations.NullMarked;

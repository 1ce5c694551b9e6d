/** What roles allow: grants, field limits, functions, and the catalogue to choose from. */
@NullMarked
package org.tenon.identity.permission;

import org.jspecify.annotations.NullMarked;

/** Departments, positions, roles and members as record types, and what may be done with them. */
@NullMarked
package org.tenon.identity.organisation;

import org.jspecify.annotations.NullMarked;

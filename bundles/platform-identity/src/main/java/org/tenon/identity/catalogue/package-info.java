/** Everything that can be permitted: functions of areas, record types with their actions and fields; and what of it someone holds. */
@NullMarked
package org.tenon.identity.catalogue;

import org.jspecify.annotations.NullMarked;

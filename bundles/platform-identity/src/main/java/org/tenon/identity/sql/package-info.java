/** Plain SQL for the tables that are no records. */
@NullMarked
package org.tenon.identity.sql;

import org.jspecify.annotations.NullMarked;

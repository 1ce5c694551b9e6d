/** Schema scripts of the areas, run by Flyway, and the columns every record table has. */
@NullMarked
package org.tenon.persistence.migrate;

import org.jspecify.annotations.NullMarked;

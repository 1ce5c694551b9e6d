/** One OpenJPA unit for each area, all of them on the thread's connection. */
@NullMarked
package org.tenon.persistence.unit;

import org.jspecify.annotations.NullMarked;

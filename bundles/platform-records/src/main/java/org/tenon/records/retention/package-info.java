/** How long the change log is kept. */
@NullMarked
package org.tenon.records.retention;

import org.jspecify.annotations.NullMarked;

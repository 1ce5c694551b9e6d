/** Records without a container, for tests and tools. */
@NullMarked
package org.tenon.records.standalone;

import org.jspecify.annotations.NullMarked;

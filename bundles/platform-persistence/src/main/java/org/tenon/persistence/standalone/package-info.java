/** The same without a container. */
@NullMarked
package org.tenon.persistence.standalone;

import org.jspecify.annotations.NullMarked;

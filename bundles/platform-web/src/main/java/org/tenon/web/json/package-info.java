/** How bodies and parameters are read and written. */
@NullMarked
package org.tenon.web.json;

import org.jspecify.annotations.NullMarked;

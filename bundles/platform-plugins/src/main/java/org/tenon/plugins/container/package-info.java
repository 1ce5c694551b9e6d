/** Plugins in the running container: brought in, judged, taken away. */
@NullMarked
package org.tenon.plugins.container;

import org.jspecify.annotations.NullMarked;

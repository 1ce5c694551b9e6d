/** The end of a plugin's data: copied to a file, then dropped. */
@NullMarked
package org.tenon.plugins.purge;

import org.jspecify.annotations.NullMarked;

/** What areas add to the shell. */
@NullMarked
package org.tenon.shell.contributions;

import org.jspecify.annotations.NullMarked;

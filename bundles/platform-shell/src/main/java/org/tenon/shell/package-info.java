/** The web shell: the single page everything is shown in, and what the installed areas contribute to it. */
@NullMarked
package org.tenon.shell;

import org.jspecify.annotations.NullMarked;

/** The page, and the files it is made of. */
@NullMarked
package org.tenon.shell.page;

import org.jspecify.annotations.NullMarked;

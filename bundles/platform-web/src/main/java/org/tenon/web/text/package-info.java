/** The texts of the installed areas. */
@NullMarked
package org.tenon.web.text;

import org.jspecify.annotations.NullMarked;

/** Files sent as a body or as part of a form. */
@NullMarked
package org.tenon.web.upload;

import org.jspecify.annotations.NullMarked;

/** What the parts of the edge know about the present request. */
@NullMarked
package org.tenon.web.exchange;

import org.jspecify.annotations.NullMarked;

/** The one servlet of the API and the areas behind it. */
@NullMarked
package org.tenon.web.gateway;

import org.jspecify.annotations.NullMarked;

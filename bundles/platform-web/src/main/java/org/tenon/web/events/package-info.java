/** Live events to browsers (SSE). */
@NullMarked
package org.tenon.web.events;

import org.jspecify.annotations.NullMarked;

/** Refusals as RFC 9457 problem documents, the same everywhere. */
@NullMarked
package org.tenon.web.problem;

import org.jspecify.annotations.NullMarked;

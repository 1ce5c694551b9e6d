/** {@code tenon:plugin-…} on the administrators' console: the same as over REST. */
@NullMarked
package org.tenon.plugins.console;

import org.jspecify.annotations.NullMarked;

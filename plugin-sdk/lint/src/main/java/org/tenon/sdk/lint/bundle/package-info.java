/** One bundle of a plugin, as its bytes tell: nothing of it is loaded or run. */
@NullMarked
package org.tenon.sdk.lint.bundle;

import org.jspecify.annotations.NullMarked;

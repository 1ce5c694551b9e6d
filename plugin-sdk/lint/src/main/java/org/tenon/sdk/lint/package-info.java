/** Checks a plugin before it is installed: {@link org.tenon.sdk.lint.Lint} for programs, {@link org.tenon.sdk.lint.Main} for the command line. */
@NullMarked
package org.tenon.sdk.lint;

import org.jspecify.annotations.NullMarked;

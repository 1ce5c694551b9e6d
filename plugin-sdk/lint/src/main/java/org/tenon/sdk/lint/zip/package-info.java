/** Zip files from anyone, opened without harm. */
@NullMarked
package org.tenon.sdk.lint.zip;

import org.jspecify.annotations.NullMarked;

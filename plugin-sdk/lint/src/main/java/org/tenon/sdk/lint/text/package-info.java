/** What is said to people, in their own language. */
@NullMarked
package org.tenon.sdk.lint.text;

import org.jspecify.annotations.NullMarked;

/** A plugin's archive: a KAR or a single bundle, and what it brings. */
@NullMarked
package org.tenon.sdk.lint.archive;

import org.jspecify.annotations.NullMarked;

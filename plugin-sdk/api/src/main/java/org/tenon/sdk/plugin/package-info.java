/** Plugins themselves: when they are all there, and one that takes the place of another area. */
@NullMarked
@Export
@Version("1.0.0")
package org.tenon.sdk.plugin;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

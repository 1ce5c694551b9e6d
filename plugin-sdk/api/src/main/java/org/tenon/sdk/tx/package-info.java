/** One transaction over everything a request writes, whichever areas it passes through. */
@NullMarked
@Export
@Version("1.0.0")
package org.tenon.sdk.tx;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

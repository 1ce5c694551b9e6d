/** Files people upload and jobs produce. */
@NullMarked
@Export
@Version("1.0.0")
package org.tenon.sdk.file;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

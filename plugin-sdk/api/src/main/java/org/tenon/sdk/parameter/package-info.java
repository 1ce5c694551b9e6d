/** Settings of the whole installation that administrators change while it runs. */
@NullMarked
@Export
@Version("1.0.0")
package org.tenon.sdk.parameter;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

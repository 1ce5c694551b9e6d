/** Who is calling, and what the organisation allows them. */
@NullMarked
@Export
@Version("1.1.0")
package org.tenon.sdk.identity;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

/** Work in the background that survives a restart. */
@NullMarked
@Export
@Version("1.1.0")
package org.tenon.sdk.job;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

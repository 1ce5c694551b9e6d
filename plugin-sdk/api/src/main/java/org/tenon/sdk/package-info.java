/** What every area and plugin may rely on. Nothing here depends on another part of Tenon. */
@NullMarked
@Export
@Version("1.0.0")
package org.tenon.sdk;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

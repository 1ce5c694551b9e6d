/** What an area adds to the web shell. */
@NullMarked
@Export
@Version("1.1.0")
package org.tenon.sdk.shell;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

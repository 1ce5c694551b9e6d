/** What administrators must be able to look up later. */
@NullMarked
@Export
@Version("1.0.0")
package org.tenon.sdk.audit;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

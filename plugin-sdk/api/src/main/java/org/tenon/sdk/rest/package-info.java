/** What an area's REST resources stand on. */
@NullMarked
@Export
@Version("1.1.0")
package org.tenon.sdk.rest;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

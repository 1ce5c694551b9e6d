/** Record types: declared once, from which lists, forms, permissions, history, import and REST follow. */
@NullMarked
@Export
@Version("1.1.0")
package org.tenon.sdk.record;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

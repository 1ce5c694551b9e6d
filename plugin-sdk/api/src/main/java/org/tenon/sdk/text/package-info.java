/** Labels and messages in the reader's language; text as it sorts by sound and is compared when people search. */
@NullMarked
@Export
@Version("1.0.0")
package org.tenon.sdk.text;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

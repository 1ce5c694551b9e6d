/** The database: where it is, transactions over it, one persistence unit for each area, migrations. For platform bundles only; areas use the SDK. */
@NullMarked
@Export
@Version("1.0.0")
package org.tenon.persistence;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

package org.tenon.records.write;

import org.osgi.annotation.versioning.ProviderType;

/** Opens batches of writes, for background work over many records. Safe for all threads. */
@ProviderType
public interface Batches {

    RecordBatches open();
}

package org.tenon.sdk.record;

import org.osgi.annotation.versioning.ProviderType;

/** The way to records, of one's own area by class, of others by name. Safe for all threads. */
@ProviderType
public interface Records {

    /**
     * The records of one's own class. May be called while the area is still starting; its methods then wait until the area's tables are
     * ready, up to 5 s, and throw UNAVAILABLE after that.
     */
    <R extends BaseRecord> RecordStore<R> of(Class<R> type);

    /**
     * The records of any area by the type's full name. Waits up to 5 s while the area is being exchanged.
     *
     * @throws org.tenon.sdk.TenonException UNAVAILABLE while being exchanged, NOT_FOUND if no installed area has the type
     */
    RecordStore<?> of(String type);
}

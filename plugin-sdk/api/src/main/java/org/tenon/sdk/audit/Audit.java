package org.tenon.sdk.audit;

import org.osgi.annotation.versioning.ProviderType;

/**
 * The system log: log-ins, administrative acts, exports, and who looked at sensitive data. Changes of records have their own log and do not
 * belong here. Safe for all threads.
 */
@ProviderType
public interface Audit {

    /**
     * Writes down what the present caller did; nothing can change it afterwards. Within a transaction it is written with it or not at all,
     * outside one at once.
     *
     * @param kind   {@code <area>.<act>}, at most 63 characters; its label is {@code audit.<act>} in the area's texts
     * @param detail what it was done to, for people: names, numbers, ids; no secrets and no values of sensitive fields; what is beyond 400
     *               characters is cut off
     */
    void append(String kind, String detail);
}

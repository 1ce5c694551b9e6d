package org.tenon.records.bulk;

import java.util.Map;
import org.tenon.sdk.job.Job;

/** Lets tests of other packages order what REST callers can. */
public final class BulkOrders {

    private BulkOrders() {
    }

    public static Job submit(Bulk bulk, Map<String, Object> order) {
        return bulk.submit(order);
    }
}

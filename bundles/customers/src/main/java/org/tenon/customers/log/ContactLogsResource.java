package org.tenon.customers.log;

import javax.ws.rs.Path;
import org.tenon.sdk.record.Records;
import org.tenon.sdk.rest.RecordResource;

/** {@code /api/customers/contact-logs}: the standard record calls. */
@Path("contact-logs")
public final class ContactLogsResource extends RecordResource<ContactLog> {

    public ContactLogsResource(Records records) {
        super(records.of(ContactLog.class));
    }
}

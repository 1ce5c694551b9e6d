package org.tenon.customers.contact;

import javax.ws.rs.Path;
import org.tenon.sdk.record.Records;
import org.tenon.sdk.rest.RecordResource;

/** {@code /api/customers/contacts}: the standard record calls. */
@Path("contacts")
public final class ContactsResource extends RecordResource<Contact> {

    public ContactsResource(Records records) {
        super(records.of(Contact.class));
    }
}

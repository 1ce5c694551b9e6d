package org.tenon.customers.customer;

import javax.ws.rs.Path;
import org.tenon.sdk.record.Records;
import org.tenon.sdk.rest.RecordResource;

/** {@code /api/customers/customers}: the standard record calls. */
@Path("customers")
public final class CustomersResource extends RecordResource<Customer> {

    public CustomersResource(Records records) {
        super(records.of(Customer.class));
    }
}

package org.tenon.customers;

import java.util.Set;
import javax.ws.rs.core.Application;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsApplicationBase;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsName;
import org.tenon.customers.contact.ContactsResource;
import org.tenon.customers.customer.CustomersResource;
import org.tenon.customers.log.ContactLogsResource;
import org.tenon.sdk.record.Records;

/** {@code /api/customers}. */
@Component(service = Application.class)
@JaxrsName("customers")
@JaxrsApplicationBase("/api/customers")
public final class CustomersApplication extends Application {

    private final Set<Object> resources;

    @Activate
    public CustomersApplication(@Reference Records records) {
        this.resources = Set.of(new CustomersResource(records), new ContactsResource(records), new ContactLogsResource(records));
    }

    @Override
    public Set<Object> getSingletons() {
        return resources;
    }
}

package org.tenon.identity.organisation;

import javax.ws.rs.Path;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tenon.sdk.record.Records;
import org.tenon.sdk.rest.RecordResource;

/** {@code /api/identity/access-policies}: the standard record calls on the one policy there is. */
@Component(service = AccessPoliciesResource.class)
@Path("access-policies")
public final class AccessPoliciesResource extends RecordResource<AccessPolicy> {

    @Activate
    public AccessPoliciesResource(@Reference Records records) {
        super(records.of(AccessPolicy.class));
    }
}

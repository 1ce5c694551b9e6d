package org.tenon.identity.permission;

import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.rest.Permission;

/** {@code /api/identity/rights/{member}}: what a member may do, all roles taken together. */
@Component(service = RightsResource.class)
@Path("rights")
@Produces(MediaType.APPLICATION_JSON)
@Permission("identity:manage")
public final class RightsResource {

    private final EffectiveRights rights;

    @Activate
    public RightsResource(@Reference EffectiveRights rights) {
        this.rights = rights;
    }

    /** The member's rights by type, action and scope, with the roles they come from. */
    @GET
    @Path("{member}")
    public Rights rights(@PathParam("member") RecordId member) {
        return rights.of(member, Caller.current().locale());
    }
}

package org.tenon.identity.permission;

import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tenon.identity.catalogue.Catalogue;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.rest.Permission;

/** {@code /api/identity/permissions}: all that can be permitted, to choose from. */
@Component(service = PermissionsResource.class)
@Path("permissions")
@Produces(MediaType.APPLICATION_JSON)
@Permission("identity.role:read")
public final class PermissionsResource {

    private final Catalogue catalogue;

    @Activate
    public PermissionsResource(@Reference Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Types with actions and fields, functions, scopes, each with its label. */
    @GET
    public Catalogue.Permissions permissions() {
        return catalogue.permissions(Caller.current().locale());
    }
}

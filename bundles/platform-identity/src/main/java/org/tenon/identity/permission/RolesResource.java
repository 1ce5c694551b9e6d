package org.tenon.identity.permission;

import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tenon.identity.organisation.Role;
import org.tenon.identity.session.Remembered;
import org.tenon.identity.session.SessionResource;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.record.Records;
import org.tenon.sdk.rest.Permission;
import org.tenon.sdk.rest.RecordResource;

/** {@code /api/identity/roles}: the standard record calls, and what a role allows. */
@Component(service = RolesResource.class)
@Path("roles")
public final class RolesResource extends RecordResource<Role> {

    private final RolePermissions permissions;
    private final Remembered remembered;

    @Activate
    public RolesResource(@Reference Records records, @Reference RolePermissions permissions, @Reference Remembered remembered) {
        super(records.of(Role.class));
        this.permissions = permissions;
        this.remembered = remembered;
    }

    /** What the role allows. */
    @GET
    @Path("{id}/grants")
    @Permission(Permission.RECORD)
    public RoleGrants grants(@PathParam("id") RecordId id) {
        return permissions.get(id);
    }

    /** Replaces what the role allows. 412 if somebody else did so since it was read. */
    @PUT
    @Path("{id}/grants")
    @Consumes(MediaType.APPLICATION_JSON)
    @Permission("identity:manage")
    public RoleGrants replace(@PathParam("id") RecordId id, RoleGrants wish) {
        return permissions.put(id, wish);
    }

    /** What pages remember for members of the role who have nothing of their own under the name. */
    @PUT
    @Path("{id}/remembered/{name}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Permission("identity:manage")
    public void remember(@PathParam("id") RecordId id, @PathParam("name") String name, SessionResource.Note note) {
        remembered.keepOfRole(id, name, note.content());
    }
}

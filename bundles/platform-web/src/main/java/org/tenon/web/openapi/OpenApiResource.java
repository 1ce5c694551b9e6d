package org.tenon.web.openapi;

import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.EntityTag;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Request;
import javax.ws.rs.core.Response;
import org.tenon.sdk.rest.Permission;

/** {@code /api/web/openapi.json}, which is {@code /api/openapi.json} too. */
@Path("openapi.json")
public final class OpenApiResource {

    private final OpenApi document;

    public OpenApiResource(OpenApi document) {
        this.document = document;
    }

    /** The OpenAPI document of what is installed now. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Permission(Permission.MEMBER)
    public Response document(@Context Request request) {
        OpenApi.Made made = document.document();
        EntityTag tag = new EntityTag(made.tag());
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        return (unchanged != null ? unchanged : Response.ok(made.json())).tag(tag).build();
    }
}

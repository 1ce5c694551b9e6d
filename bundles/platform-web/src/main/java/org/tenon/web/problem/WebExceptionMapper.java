package org.tenon.web.problem;

import javax.ws.rs.WebApplicationException;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.ext.ExceptionMapper;

/** Answers JAX-RS's own refusals; one that brings a document of its own goes out as it is. */
public final class WebExceptionMapper implements ExceptionMapper<WebApplicationException> {

    @Override
    public Response toResponse(WebApplicationException thrown) {
        Response own = thrown.getResponse();
        MediaType type = own.getMediaType();
        if (own.hasEntity() && type != null && !"text".equals(type.getType())) {
            return own;
        }
        Response.ResponseBuilder answer = ThrowableMapper.answer(thrown);
        String allow = own.getHeaderString("Allow");
        return (allow == null ? answer : answer.header("Allow", allow)).build();
    }
}

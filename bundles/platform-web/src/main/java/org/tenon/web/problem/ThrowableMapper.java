package org.tenon.web.problem;

import javax.ws.rs.core.Response;
import javax.ws.rs.ext.ExceptionMapper;
import org.tenon.web.exchange.Exchange;

/** Answers whatever a resource method, a filter or a reader threw. */
public final class ThrowableMapper implements ExceptionMapper<Throwable> {

    @Override
    public Response toResponse(Throwable thrown) {
        return answer(thrown).build();
    }

    static Response.ResponseBuilder answer(Throwable thrown) {
        Problem problem = Problems.of(thrown, Exchange.present().id());
        Response.ResponseBuilder answer = Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem.json());
        if (problem.retryAfter() != null) {
            answer.header("Retry-After", problem.retryAfter());
        }
        if (problem.status() == 401) {
            answer.header("WWW-Authenticate", "Bearer");
        }
        return answer;
    }
}

package org.tenon.web.events;

import java.io.IOException;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.container.AsyncResponse;
import javax.ws.rs.container.Suspended;
import org.jspecify.annotations.Nullable;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.rest.Permission;
import org.tenon.web.exchange.Exchange;

/** {@code /api/web/events}: what happens, as it happens (docs/rest.md). */
@Path("events")
public final class EventsResource {

    private final LiveEvents events;

    public EventsResource(LiveEvents events) {
        this.events = events;
    }

    /** Events until the browser or the session goes. @param held only tells JAX-RS to leave the answer to us */
    @GET
    @Produces("text/event-stream")
    @Permission(Permission.MEMBER)
    public void listen(@HeaderParam("Last-Event-ID") @Nullable String last, @Suspended AsyncResponse held) throws IOException {
        events.join(Exchange.request().orElseThrow(), Caller.current(), number(last));
    }

    private static long number(@Nullable String last) {
        try {
            return last == null ? 0 : Long.parseLong(last.strip());
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}

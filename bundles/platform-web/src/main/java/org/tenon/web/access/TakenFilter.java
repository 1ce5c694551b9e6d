package org.tenon.web.access;

import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerRequestFilter;
import javax.ws.rs.container.PreMatching;
import org.tenon.web.exchange.Exchange;

/** Notes that a live endpoint has the request, so that the gateway can tell CXF's "no endpoint" from an area's own 404. */
@PreMatching
public final class TakenFilter implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
        Exchange.present().take();
    }
}

package org.tenon.web.exchange;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.servlet.ServletRequest;
import javax.servlet.http.HttpServletRequest;
import org.apache.cxf.jaxrs.utils.JAXRSUtils;
import org.apache.cxf.message.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tenon.sdk.record.RecordId;

/** One call of the API: its number, whether an area has taken it, and what is to be closed after it. Confined to the request's thread. */
public final class Exchange {

    /** Attribute of a request that the system makes itself: on whose behalf. No client can set it. */
    public static final String CALLER = "tenon.caller";

    private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);
    private static final String ATTRIBUTE = "tenon.exchange";

    private final String id = RecordId.next().toString();
    private final List<Closeable> resources = new ArrayList<>();
    private boolean taken;

    private Exchange() {
    }

    /** That of the request; made at the first call. */
    public static Exchange of(ServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Exchange there) {
            return there;
        }
        Exchange made = new Exchange();
        request.setAttribute(ATTRIBUTE, made);
        return made;
    }

    /** That of the call the present thread works on inside an area's application; a new one outside of any. */
    public static Exchange present() {
        return request().map(Exchange::of).orElseGet(Exchange::new);
    }

    /** The request the present thread works on inside an area's application. */
    public static Optional<HttpServletRequest> request() {
        Message message = JAXRSUtils.getCurrentMessage();
        Message in = message == null ? null : message.getExchange().getInMessage();
        return in != null && in.get("HTTP.REQUEST") instanceof HttpServletRequest request ? Optional.of(request) : Optional.empty();
    }

    /** The number to quote: 13 characters, also in the answer's header {@code X-Request-Id}. */
    public String id() {
        return id;
    }

    /** True once an area's live endpoint has the request; before that it may still be handed to another. */
    public boolean taken() {
        return taken;
    }

    public void take() {
        taken = true;
    }

    /** Closes the resource when the call is over. */
    public void closeAfter(Closeable resource) {
        resources.add(resource);
    }

    /** Closes what is to be closed. */
    public void end() {
        for (Closeable resource : resources) {
            try {
                resource.close();
            } catch (IOException e) {
                LOG.warn("request {}: a resource could not be closed", id, e);
            }
        }
        resources.clear();
    }
}

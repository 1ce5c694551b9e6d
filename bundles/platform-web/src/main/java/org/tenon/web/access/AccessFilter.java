package org.tenon.web.access;

import java.lang.reflect.Method;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerRequestFilter;
import org.apache.cxf.jaxrs.model.OperationResourceInfo;
import org.apache.cxf.jaxrs.utils.JAXRSUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.identity.Caller;
import org.tenon.web.exchange.Exchange;

/** Signs the caller in for the matched resource method and binds them to the thread; the gateway takes that back when the call is over. */
public final class AccessFilter implements ContainerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(AccessFilter.class);

    private final Guard guard;
    /** Names, not classes: these must be free to go. */
    private final Set<String> reported = ConcurrentHashMap.newKeySet();

    public AccessFilter(Guard guard) {
        this.guard = guard;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        OperationResourceInfo operation = JAXRSUtils.getCurrentMessage().getExchange().get(OperationResourceInfo.class);
        Method invoked = operation.getMethodToInvoke();
        Class<?> resource = operation.getClassResourceInfo().getServiceClass();
        Need need = Need.of(invoked, resource)
                .or(() -> Need.of(operation.getAnnotatedMethod(), resource))
                .orElseThrow(() -> unprotected(invoked));
        HttpServletRequest sent = Exchange.request().orElseThrow();
        Optional<Caller> caller = sent.getAttribute(Exchange.CALLER) instanceof Caller own ? Optional.of(own) : guard.admit(Call.of(sent), need);
        Caller.bind(caller.orElse(null));
    }

    private TenonException unprotected(Method method) {
        String name = method.getDeclaringClass().getName() + "." + method.getName();
        if (reported.add(name)) {
            LOG.error("{} names no permission: all calls are refused", name);
        }
        return TenonException.forbidden("this call names no permission");
    }
}

package org.tenon.web.access;

import java.lang.reflect.Method;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerRequestFilter;
import javax.ws.rs.core.Cookie;
import javax.ws.rs.core.HttpHeaders;
import org.apache.cxf.jaxrs.model.OperationResourceInfo;
import org.apache.cxf.jaxrs.utils.JAXRSUtils;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.identity.Caller;

/** Signs the caller in for the matched resource method and binds them to the thread; the gateway takes that back when the call is over. */
public final class AccessFilter implements ContainerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(AccessFilter.class);
    private static final String BEARER = "bearer ";

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
        Optional<Caller> caller = guard.admit(call(request), need);
        Caller.bind(caller.orElse(null));
    }

    private TenonException unprotected(Method method) {
        String name = method.getDeclaringClass().getName() + "." + method.getName();
        if (reported.add(name)) {
            LOG.error("{} names no permission: all calls are refused", name);
        }
        return TenonException.forbidden("this call names no permission");
    }

    private static Call call(ContainerRequestContext request) {
        Cookie cookie = request.getCookies().get(Call.COOKIE);
        return new Call(request.getMethod(), request.getUriInfo().getRequestUri().getPath(), cookie == null ? null : cookie.getValue(),
                token(request.getHeaderString(HttpHeaders.AUTHORIZATION)), request.getHeaderString(Call.CSRF),
                request.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    }

    private static @Nullable String token(@Nullable String authorization) {
        boolean bearer = authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length());
        return bearer ? authorization.substring(BEARER.length()).strip() : null;
    }
}

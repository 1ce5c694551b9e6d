package org.tenon.web.service;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.function.BooleanSupplier;
import javax.servlet.Servlet;
import javax.ws.rs.core.Application;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/**
 * Whether every area that was started has its REST calls served: its migrations come first, and take their time. An area that fails to
 * come up holds back the answer for a minute, not for ever. Once true it stays true: what is exchanged later is waited for by the gateway.
 */
public final class AnsweringAreas implements BooleanSupplier {

    private static final String BASE = "osgi.jaxrs.application.base";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final BundleContext context;
    private final long since = System.nanoTime();
    private volatile boolean answered;

    public AnsweringAreas(BundleContext context) {
        this.context = context;
    }

    @Override
    public boolean getAsBoolean() {
        if (!answered) {
            answered = System.nanoTime() - since > PATIENCE.toNanos() || Arrays.stream(context.getBundles()).allMatch(this::answers);
        }
        return answered;
    }

    private boolean answers(Bundle bundle) {
        String provided = bundle.getHeaders().get(Constants.PROVIDE_CAPABILITY);
        if (bundle.getState() != Bundle.ACTIVE || bundle.getHeaders().get("Tenon-Area") == null || provided == null
                || !provided.contains(Application.class.getName())) {
            return true;
        }
        ServiceReference<?>[] registered = bundle.getRegisteredServices();
        return registered != null && Arrays.stream(registered).filter(service -> service.getProperty(BASE) != null).findAny()
            .filter(service -> served(service.getProperty(BASE))).isPresent();
    }

    private boolean served(Object base) {
        try {
            Collection<ServiceReference<Servlet>> servlets = context.getServiceReferences(Servlet.class, "(" + BASE + "=" + base + ")");
            return !servlets.isEmpty();
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException("no such base: " + base, e);
        }
    }
}

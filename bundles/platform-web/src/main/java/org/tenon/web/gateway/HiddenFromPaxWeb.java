package org.tenon.web.gateway;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.hooks.service.EventListenerHook;
import org.osgi.framework.hooks.service.FindHook;
import org.osgi.framework.hooks.service.ListenerHook.ListenerInfo;

/** Hides the areas' servlets and contexts from the web container, which (pax-web 8) ignores the whiteboard target they name. */
final class HiddenFromPaxWeb implements FindHook, EventListenerHook {

    private static final String CONTAINER = "org.ops4j.pax.web.pax-web-extender-whiteboard";
    private static final String JAXRS = "org.apache.aries.jax.rs.whiteboard";

    @Override
    public void find(BundleContext context, String name, String filter, boolean all, Collection<ServiceReference<?>> references) {
        if (isContainer(context)) {
            references.removeIf(HiddenFromPaxWeb::isArea);
        }
    }

    @Override
    public void event(ServiceEvent event, Map<BundleContext, Collection<ListenerInfo>> listeners) {
        if (isArea(event.getServiceReference())) {
            listeners.keySet().removeIf(HiddenFromPaxWeb::isContainer);
        }
    }

    private static boolean isContainer(@Nullable BundleContext context) {
        return context != null && CONTAINER.equals(context.getBundle().getSymbolicName());
    }

    private static boolean isArea(ServiceReference<?> reference) {
        return reference.getProperty(Whiteboard.BASE) != null && reference.getBundle() != null
                && JAXRS.equals(reference.getBundle().getSymbolicName());
    }
}

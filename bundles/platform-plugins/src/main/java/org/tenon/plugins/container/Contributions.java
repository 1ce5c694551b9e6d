package org.tenon.plugins.container;

import java.util.List;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.service.jaxrs.whiteboard.JaxrsWhiteboardConstants;

/** What running bundles offer, read from the services they have registered. */
final class Contributions {

    private Contributions() {
    }

    /** Bases of their REST calls. */
    static List<String> paths(List<Bundle> bundles) {
        return bundles.stream().map(Bundle::getRegisteredServices).flatMap(registered -> registered == null ? Stream.empty() : Stream.of(registered))
            .map(service -> service.getProperty(JaxrsWhiteboardConstants.JAX_RS_APPLICATION_BASE)).filter(String.class::isInstance).map(String.class::cast).toList();
    }
}

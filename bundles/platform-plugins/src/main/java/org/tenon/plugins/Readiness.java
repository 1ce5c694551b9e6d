package org.tenon.plugins;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.jaxrs.runtime.JaxrsServiceRuntime;
import org.osgi.service.jaxrs.runtime.dto.RuntimeDTO;
import org.osgi.service.jaxrs.whiteboard.JaxrsWhiteboardConstants;
import org.tenon.sdk.record.RecordDirectory;

/** Whether a plugin's bundles serve, judged by their own state alone. */
final class Readiness {

    private static final String PERSISTENCE = "Tenon-Persistence";

    private final ServiceComponentRuntime components;
    private final RecordDirectory records;
    private final JaxrsServiceRuntime rest;

    Readiness(ServiceComponentRuntime components, RecordDirectory records, JaxrsServiceRuntime rest) {
        this.components = components;
        this.records = records;
        this.rest = rest;
    }

    /** What still keeps the bundles from serving, in plain words; empty once they do. */
    Optional<String> obstacle(List<Bundle> bundles) {
        if (bundles.isEmpty()) {
            return Optional.of("none of its bundles is there");
        }
        List<String> obstacles = new ArrayList<>();
        for (Bundle bundle : bundles) {
            if (bundle.getState() != Bundle.ACTIVE) {
                obstacles.add(bundle.getSymbolicName() + " does not run");
            } else {
                components.getComponentDescriptionDTOs(bundle).forEach(component -> unsatisfied(component).ifPresent(obstacles::add));
                records(bundle).ifPresent(obstacles::add);
                obstacles.addAll(paths(bundle));
            }
        }
        return obstacles.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", obstacles));
    }

    private Optional<String> unsatisfied(ComponentDescriptionDTO component) {
        for (ComponentConfigurationDTO configuration : components.getComponentConfigurationDTOs(component)) {
            if (configuration.state == ComponentConfigurationDTO.FAILED_ACTIVATION) {
                String reason = configuration.failure == null ? "" : configuration.failure.lines().findFirst().orElse("");
                return Optional.of(component.name + " fails when it starts: " + reason);
            }
            if (configuration.unsatisfiedReferences.length > 0) {
                List<String> missing = Arrays.stream(configuration.unsatisfiedReferences).map(reference -> service(component, reference.name)).toList();
                return Optional.of(component.name + " waits for " + String.join(", ", missing));
            }
        }
        return Optional.empty();
    }

    private static String service(ComponentDescriptionDTO component, String reference) {
        return Arrays.stream(component.references).filter(known -> known.name.equals(reference)).map(known -> "the service " + known.interfaceName)
            .findFirst().orElse(reference);
    }

    /** The REST paths of the bundle that nobody is led to yet, or never will be. */
    private List<String> paths(Bundle bundle) {
        ServiceReference<?>[] registered = bundle.getRegisteredServices();
        if (registered == null) {
            return List.of();
        }
        RuntimeDTO known = rest.getRuntimeDTO();
        List<String> obstacles = new ArrayList<>();
        for (ServiceReference<?> reference : registered) {
            Object base = reference.getProperty(JaxrsWhiteboardConstants.JAX_RS_APPLICATION_BASE);
            long id = (Long) reference.getProperty(Constants.SERVICE_ID);
            boolean serves = Arrays.stream(known.applicationDTOs).anyMatch(application -> application.serviceId == id);
            boolean refused = Arrays.stream(known.failedApplicationDTOs).anyMatch(application -> application.serviceId == id);
            if (base != null && !serves) {
                obstacles.add(base + (refused ? " was refused; another area may have it" : " is not served yet"));
            }
        }
        return obstacles;
    }

    /** An area with record types serves once they are known, which is after its migrations. */
    private Optional<String> records(Bundle bundle) {
        String header = bundle.getHeaders().get(PERSISTENCE);
        if (header == null) {
            return Optional.empty();
        }
        String area = header.split(";")[0].strip();
        boolean known = records.types().stream().anyMatch(type -> type.area().equals(area));
        return known ? Optional.empty() : Optional.of("the tables of " + area + " are not ready");
    }
}

package org.tenon.plugins.container;

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
import org.tenon.persistence.AreaStates;
import org.tenon.sdk.lint.text.Sentence;
import org.tenon.sdk.record.RecordDirectory;

/** Whether a plugin's bundles serve, judged by their own state alone. */
public final class Readiness {

    private static final String PERSISTENCE = "Tenon-Persistence";

    /**
     * What keeps a plugin from serving.
     *
     * @param text for people
     * @param hope what waiting may do for it
     */
    public record Obstacle(Sentence text, Hope hope) {
    }

    /** What waiting may do for an obstacle. */
    public enum Hope {
        /** It is being worked on: migrations, a path that is about to be served. */
        GROWING,
        /** Somebody may yet come, but nobody is known to be on the way. */
        FAINT,
        NONE
    }

    private final ServiceComponentRuntime components;
    private final RecordDirectory records;
    private final JaxrsServiceRuntime rest;
    private final AreaStates areas;
    private final Waiting waiting;

    public Readiness(ServiceComponentRuntime components, RecordDirectory records, JaxrsServiceRuntime rest, AreaStates areas) {
        this.components = components;
        this.records = records;
        this.rest = rest;
        this.areas = areas;
        this.waiting = new Waiting(components);
    }

    /** What still keeps the bundles from serving; empty once they do. */
    public List<Obstacle> obstacles(List<Bundle> bundles) {
        if (bundles.isEmpty()) {
            return List.of(new Obstacle(Sentence.of("plugins.said.noBundle"), Hope.NONE));
        }
        List<Obstacle> obstacles = new ArrayList<>();
        for (Bundle bundle : bundles) {
            if (bundle.getHeaders().get(Constants.FRAGMENT_HOST) != null) {
                continue;
            }
            if (bundle.getState() != Bundle.ACTIVE) {
                obstacles.add(new Obstacle(Sentence.of("plugins.said.notRunning", bundle.getSymbolicName()), bundle.getState() == Bundle.STARTING ? Hope.GROWING : Hope.NONE));
                continue;
            }
            areas.failure(bundle).ifPresent(reason -> obstacles.add(new Obstacle(Reasons.ofArea(reason), Hope.NONE)));
            if (areas.opening(bundle)) {
                obstacles.add(new Obstacle(Sentence.of("plugins.said.tablesOpening", bundle.getSymbolicName()), Hope.GROWING));
            }
            records(bundle).ifPresent(obstacles::add);
            components.getComponentDescriptionDTOs(bundle).forEach(component -> unsatisfied(component).ifPresent(obstacles::add));
            obstacles.addAll(paths(bundle));
        }
        return obstacles;
    }

    /** All of them; empty for none. */
    public static Optional<Sentence> text(List<Obstacle> obstacles) {
        return obstacles.isEmpty() ? Optional.empty() : Optional.of(Sentence.all(obstacles.stream().map(Obstacle::text).distinct().toList()));
    }

    private Optional<Obstacle> unsatisfied(ComponentDescriptionDTO component) {
        for (ComponentConfigurationDTO configuration : components.getComponentConfigurationDTOs(component)) {
            if (configuration.state == ComponentConfigurationDTO.FAILED_ACTIVATION) {
                return Optional.of(new Obstacle(Sentence.of("plugins.said.activation", component.name, Reasons.ofFailure(configuration.failure)), Hope.NONE));
            }
            if (configuration.unsatisfiedReferences.length > 0) {
                return Optional.of(new Obstacle(waiting.explain(component), Hope.FAINT));
            }
        }
        return Optional.empty();
    }

    /** The REST paths of the bundle that nobody is led to yet, or never will be. */
    private List<Obstacle> paths(Bundle bundle) {
        ServiceReference<?>[] registered = bundle.getRegisteredServices();
        if (registered == null) {
            return List.of();
        }
        RuntimeDTO known = rest.getRuntimeDTO();
        List<Obstacle> obstacles = new ArrayList<>();
        for (ServiceReference<?> reference : registered) {
            Object base = reference.getProperty(JaxrsWhiteboardConstants.JAX_RS_APPLICATION_BASE);
            long id = (Long) reference.getProperty(Constants.SERVICE_ID);
            boolean serves = Arrays.stream(known.applicationDTOs).anyMatch(application -> application.serviceId == id);
            boolean refused = Arrays.stream(known.failedApplicationDTOs).anyMatch(application -> application.serviceId == id);
            if (base != null && !serves) {
                obstacles.add(refused ? new Obstacle(Sentence.of("plugins.said.pathRefused", base), Hope.FAINT)
                    : new Obstacle(Sentence.of("plugins.said.pathPending", base), Hope.GROWING));
            }
        }
        return obstacles;
    }

    /** An area with record types serves once they are known, which is after its migrations. */
    private Optional<Obstacle> records(Bundle bundle) {
        String header = bundle.getHeaders().get(PERSISTENCE);
        if (header == null || header.isBlank()) {
            return Optional.empty();
        }
        String area = header.split(";")[0].strip();
        boolean known = records.types().stream().anyMatch(type -> type.area().equals(area));
        return known ? Optional.empty() : Optional.of(new Obstacle(Sentence.of("plugins.said.tablesNotReady", area), Hope.GROWING));
    }
}

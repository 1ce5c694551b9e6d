package org.tenon.plugins;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.tenon.sdk.record.RecordDirectory;

/** Whether a plugin's bundles serve, judged by their own state alone. */
final class Readiness {

    private static final String PERSISTENCE = "Tenon-Persistence";

    private final ServiceComponentRuntime components;
    private final RecordDirectory records;

    Readiness(ServiceComponentRuntime components, RecordDirectory records) {
        this.components = components;
        this.records = records;
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

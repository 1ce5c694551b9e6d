package org.tenon.plugins.container;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.ReferenceDTO;
import org.osgi.service.component.runtime.dto.UnsatisfiedReferenceDTO;
import org.tenon.sdk.lint.text.Sentence;

/** Why a component is not active: the chain of references that leads to what is really missing. */
final class Waiting {

    private final ServiceComponentRuntime components;

    Waiting(ServiceComponentRuntime components) {
        this.components = components;
    }

    /** {@code A waits for the service B, which C would offer; C waits for the service D, which nobody offers}. */
    Sentence explain(ComponentDescriptionDTO component) {
        List<Sentence> links = new ArrayList<>();
        follow(component, new HashSet<>(), links);
        return Sentence.all(links);
    }

    private void follow(ComponentDescriptionDTO component, Set<String> seen, List<Sentence> links) {
        if (!seen.add(component.name)) {
            return;
        }
        for (ComponentConfigurationDTO configuration : components.getComponentConfigurationDTOs(component)) {
            for (UnsatisfiedReferenceDTO unsatisfied : configuration.unsatisfiedReferences) {
                ReferenceDTO reference = reference(component, unsatisfied.name);
                String service = reference == null ? unsatisfied.name : reference.interfaceName;
                String chosen = reference == null || reference.target == null ? "" : " " + reference.target;
                List<ComponentDescriptionDTO> offering = offering(service);
                links.add(offering.isEmpty() ? Sentence.of("plugins.said.waits", component.name, service + chosen)
                    : Sentence.of("plugins.said.waitsFor", component.name, service + chosen, offering.get(0).name));
                offering.forEach(other -> follow(other, seen, links));
            }
            if (configuration.state == ComponentConfigurationDTO.UNSATISFIED_CONFIGURATION && configuration.unsatisfiedReferences.length == 0) {
                links.add(Sentence.of("plugins.said.configuration", component.name, String.join(", ", component.configurationPid)));
            }
            if (configuration.state == ComponentConfigurationDTO.FAILED_ACTIVATION) {
                links.add(Sentence.of("plugins.said.activation", component.name, Reasons.ofFailure(configuration.failure)));
            }
        }
    }

    /** Components that would register the service and do not at present. */
    private List<ComponentDescriptionDTO> offering(String service) {
        return components.getComponentDescriptionDTOs().stream()
            .filter(other -> other.serviceInterfaces != null && Arrays.asList(other.serviceInterfaces).contains(service))
            .filter(other -> components.getComponentConfigurationDTOs(other).stream()
                .noneMatch(one -> one.state == ComponentConfigurationDTO.ACTIVE || one.state == ComponentConfigurationDTO.SATISFIED))
            .toList();
    }

    private static ReferenceDTO reference(ComponentDescriptionDTO component, String name) {
        return Arrays.stream(component.references).filter(known -> known.name.equals(name)).findFirst().orElse(null);
    }
}

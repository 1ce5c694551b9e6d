package org.tenon.identity.catalogue;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.tenon.sdk.identity.PermissionContribution;

/** The functions of the areas installed now. Safe for all threads. */
@Component(service = Functions.class)
public final class Functions {

    private final List<PermissionContribution> contributions = new CopyOnWriteArrayList<>();

    /** @param area whose texts name it */
    public record Function(String area, String name) {
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void add(PermissionContribution contribution) {
        contributions.add(contribution);
    }

    public void remove(PermissionContribution contribution) {
        contributions.remove(contribution);
    }

    /** By name. */
    public List<Function> all() {
        return contributions.stream()
                .flatMap(contribution -> contribution.functions().stream().map(name -> new Function(contribution.area(), name)))
                .distinct().sorted(java.util.Comparator.comparing(Function::name)).toList();
    }
}

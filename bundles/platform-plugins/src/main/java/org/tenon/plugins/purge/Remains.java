package org.tenon.plugins.purge;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.tenon.persistence.AreaRemains;

/** Those who keep something about areas beside the areas' own tables. Safe for all threads. */
@Component(service = Remains.class)
public final class Remains {

    private final List<AreaRemains> keepers = new CopyOnWriteArrayList<>();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void add(AreaRemains keeper) {
        keepers.add(keeper);
    }

    void remove(AreaRemains keeper) {
        keepers.remove(keeper);
    }

    List<AreaRemains> keepers() {
        return keepers;
    }
}

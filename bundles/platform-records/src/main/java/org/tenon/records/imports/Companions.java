package org.tenon.records.imports;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.tenon.sdk.record.ImportCompanion;

/** The import companions of the areas installed now. Immediate, as {@code RuleBook} is. Safe for all threads. */
@Component(service = Companions.class, immediate = true)
public final class Companions {

    private final List<ImportCompanion> companions = new CopyOnWriteArrayList<>();

    @Reference(name = "companions", cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void add(ImportCompanion arrived) {
        companions.add(arrived);
    }

    public void remove(ImportCompanion left) {
        companions.remove(left);
    }

    List<ImportCompanion> of(String type) {
        return companions.stream().filter(companion -> companion.type().equals(type)).toList();
    }
}

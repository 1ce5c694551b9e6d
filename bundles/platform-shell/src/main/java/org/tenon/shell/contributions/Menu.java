package org.tenon.shell.contributions;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.tenon.sdk.shell.MenuContribution;
import org.tenon.sdk.shell.MenuItem;

/** The entries of every area that is installed now; areas come and go while it stays. Safe for all threads. */
@Component(service = Menu.class)
public final class Menu {

    /** @param area whose texts hold the label */
    record Owned(String area, MenuItem item) {
    }

    private final List<MenuContribution> contributions = new CopyOnWriteArrayList<>();
    private final AtomicLong revision = new AtomicLong();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void add(MenuContribution contribution) {
        contributions.add(contribution);
        revision.incrementAndGet();
    }

    void remove(MenuContribution contribution) {
        contributions.remove(contribution);
        revision.incrementAndGet();
    }

    /** In their order; of several entries with one id the first stays. */
    Collection<Owned> items() {
        Map<String, Owned> items = new LinkedHashMap<>();
        contributions.stream()
                .sorted(Comparator.comparing(MenuContribution::area))
                .flatMap(contribution -> contribution.items().stream().map(item -> new Owned(contribution.area(), item)))
                .sorted(Comparator.comparingInt(owned -> owned.item().order()))
                .forEach(owned -> items.putIfAbsent(owned.item().id(), owned));
        return items.values();
    }

    /** Rises with every change. */
    long revision() {
        return revision.get();
    }
}

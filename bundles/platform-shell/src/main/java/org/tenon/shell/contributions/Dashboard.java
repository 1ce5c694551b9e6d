package org.tenon.shell.contributions;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.tenon.sdk.shell.DashboardContribution;
import org.tenon.sdk.shell.DashboardWidget;

/** The widgets of every area that is installed now; areas come and go while it stays. Safe for all threads. */
@Component(service = Dashboard.class)
public final class Dashboard {

    /** @param area whose texts hold the title */
    record Owned(String area, DashboardWidget widget) {
    }

    private final List<DashboardContribution> contributions = new CopyOnWriteArrayList<>();
    private final AtomicLong revision = new AtomicLong();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void add(DashboardContribution contribution) {
        contributions.add(contribution);
        revision.incrementAndGet();
    }

    void remove(DashboardContribution contribution) {
        contributions.remove(contribution);
        revision.incrementAndGet();
    }

    /** In their order. */
    List<Owned> widgets() {
        return contributions.stream().flatMap(from -> from.widgets().stream().map(widget -> new Owned(from.area(), widget)))
                .sorted(Comparator.comparingInt((Owned owned) -> owned.widget().order()).thenComparing(owned -> owned.widget().id())).toList();
    }

    /** Rises with every change. */
    long revision() {
        return revision.get();
    }
}

package org.tenon.plugins;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.tenon.plugins.refusal.Refusal;
import org.tenon.sdk.Kind;
import org.tenon.sdk.job.JobHandler;
import org.tenon.sdk.job.JobRun;
import org.tenon.sdk.lint.text.Sentence;
import org.tenon.sdk.plugin.Takeover;

/** Copies the records of an area into the plugin that took its place. Parameter {@code area}. Waits while the plugin is being exchanged. */
@Component(service = {JobHandler.class, TakeoverJob.class})
public final class TakeoverJob implements JobHandler {

    static final String KIND = "plugins.takeover";
    static final String AREA = "area";

    private final List<Takeover> takeovers = new CopyOnWriteArrayList<>();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void add(Takeover takeover) {
        takeovers.add(takeover);
    }

    void remove(Takeover takeover) {
        takeovers.remove(takeover);
    }

    /** Whether someone can copy the area's records. */
    boolean offered(String area) {
        return takeovers.stream().anyMatch(takeover -> takeover.area().equals(area));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Map<String, Object> run(JobRun run) {
        String area = String.valueOf(run.job().parameters().get(AREA));
        return takeovers.stream().filter(takeover -> takeover.area().equals(area)).findFirst()
            .orElseThrow(() -> Refusal.of(Kind.UNAVAILABLE, Sentence.of("plugins.said.noCopier", area))).run(run);
    }
}

package org.tenon.jobs.rest;

import java.util.Set;
import javax.ws.rs.core.Application;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsApplicationBase;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsName;
import org.tenon.jobs.timer.Timers;
import org.tenon.jobs.work.QueuedJobs;
import org.tenon.sdk.text.Labels;

/** {@code /api/jobs}. */
@Component(service = Application.class)
@JaxrsApplicationBase("/api/jobs")
@JaxrsName("jobs")
public final class JobsApplication extends Application {

    private final Set<Object> resources;

    @Activate
    public JobsApplication(@Reference QueuedJobs jobs, @Reference Timers timers, @Reference Labels labels) {
        JobForm form = new JobForm(labels);
        this.resources = Set.of(new JobsResource(jobs, form), new TimersResource(timers, jobs, form));
    }

    @Override
    public Set<Object> getSingletons() {
        return resources;
    }
}

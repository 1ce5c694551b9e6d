package org.tenon.jobs.rest;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.tenon.jobs.work.QueuedJobs;
import org.tenon.sdk.shell.MenuContribution;
import org.tenon.sdk.shell.MenuItem;

/** The timers among the settings. */
@Component
public final class JobsMenu implements MenuContribution {

    @Override
    public String area() {
        return "jobs";
    }

    @Override
    public List<MenuItem> items() {
        return List.of(MenuItem.of("jobs.timers", "settings", 70, "/jobs/timers", QueuedJobs.MANAGE));
    }
}

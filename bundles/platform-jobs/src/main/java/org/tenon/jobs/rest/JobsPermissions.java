package org.tenon.jobs.rest;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.tenon.jobs.work.QueuedJobs;
import org.tenon.sdk.identity.PermissionContribution;

/** Who may see and cancel everyone's jobs. */
@Component
public final class JobsPermissions implements PermissionContribution {

    @Override
    public String area() {
        return "jobs";
    }

    @Override
    public List<String> functions() {
        return List.of(QueuedJobs.MANAGE);
    }
}

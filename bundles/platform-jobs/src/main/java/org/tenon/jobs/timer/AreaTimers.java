package org.tenon.jobs.timer;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.tenon.persistence.AreaRemains;
import org.tenon.persistence.AreaRows;

/** When an area's timers ran and are to run next. Their runs stay in the history of jobs. */
@Component(service = AreaRemains.class)
public final class AreaTimers implements AreaRemains {

    @Override
    public List<AreaRows> rows(String area) {
        return List.of(AreaRows.of("jobs_timer", "name LIKE '" + area + ".%'"));
    }
}

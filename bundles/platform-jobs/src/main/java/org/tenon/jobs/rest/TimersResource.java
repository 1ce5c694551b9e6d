package org.tenon.jobs.rest;

import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.tenon.jobs.queue.StoredJob;
import org.tenon.jobs.timer.Standing;
import org.tenon.jobs.timer.Timers;
import org.tenon.jobs.work.QueuedJobs;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.job.Job;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.rest.Permission;

/** {@code /api/jobs/timers}: what runs at set times, and when. */
@Path("timers")
@Produces(MediaType.APPLICATION_JSON)
@Permission(QueuedJobs.MANAGE)
public final class TimersResource {

    private final Timers timers;
    private final QueuedJobs jobs;
    private final JobForm form;

    TimersResource(Timers timers, QueuedJobs jobs, JobForm form) {
        this.timers = timers;
        this.jobs = jobs;
        this.form = form;
    }

    /** Every timer, by name. */
    @GET
    public Map<String, Object> list() {
        Locale locale = Caller.current().locale();
        return Map.of("items", timers.all().stream().map(timer -> json(timer, locale)).toList());
    }

    /** Runs it once at once: 202 with the job, 409 while a run waits or works. */
    @POST
    @Path("{name}/run")
    public Response run(@PathParam("name") String name) {
        Job job = timers.runNow(name);
        StoredJob stored = jobs.look(job.id()).orElseThrow();
        return Response.accepted(Map.of("job", form.json(stored, Caller.current().locale()))).location(URI.create("/api/jobs/" + job.id())).build();
    }

    private Map<String, @Nullable Object> json(Standing timer, Locale locale) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("name", timer.name());
        json.put("label", form.label(timer.name(), locale));
        json.put("present", timer.present());
        json.put("cron", timer.cron());
        json.put("zone", timer.zone());
        json.put("missed", timer.missed().orElse(null));
        json.put("problem", timer.problem().orElse(null));
        json.put("nextAt", timer.next().map(Instant::toString).orElse(null));
        json.put("lastDueAt", timer.due().map(Instant::toString).orElse(null));
        json.put("lastJob", timer.job().flatMap(id -> jobs.look(new RecordId(id))).map(job -> form.json(job, locale)).orElse(null));
        return json;
    }
}

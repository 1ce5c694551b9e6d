package org.tenon.jobs.rest;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import org.tenon.jobs.queue.StoredJob;
import org.tenon.jobs.work.QueuedJobs;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.job.Job;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.rest.Permission;

/** {@code /api/jobs}: background jobs one submitted, or everyone's for those who hold {@code jobs:manage}. */
@Path("")
@Produces(MediaType.APPLICATION_JSON)
@Permission(Permission.MEMBER)
public final class JobsResource {

    private static final int MOST = 200;

    private final QueuedJobs jobs;
    private final JobForm form;

    JobsResource(QueuedJobs jobs, JobForm form) {
        this.jobs = jobs;
        this.form = form;
    }

    /** Jobs, newest first. {@code state} may name several, comma separated; {@code all} shows everyone's. */
    @GET
    public Map<String, @Nullable Object> list(@QueryParam("state") @DefaultValue("") String state, @QueryParam("kind") @Nullable String kind,
                                              @QueryParam("limit") @DefaultValue("25") int limit, @QueryParam("cursor") @Nullable String cursor,
                                              @QueryParam("all") boolean all) {
        if (limit < 1 || limit > MOST) {
            throw TenonException.invalid("limit", "range", "1 to " + MOST);
        }
        List<StoredJob> found = jobs.page(all, states(state), kind, cursor == null ? null : cursor(cursor), limit + 1);
        List<StoredJob> shown = found.subList(0, Math.min(limit, found.size()));
        Map<String, @Nullable Object> page = new LinkedHashMap<>();
        page.put("items", shown.stream().map(job -> form.json(job, Caller.current().locale())).toList());
        page.put("next", found.size() > limit ? shown.get(limit - 1).job().id().toString() : null);
        return page;
    }

    /** One job: how far it is, what came of it. */
    @GET
    @Path("{id}")
    public Map<String, @Nullable Object> get(@PathParam("id") RecordId id) {
        StoredJob job = jobs.look(id).orElseThrow(() -> TenonException.notFound("no job has the id " + id));
        return form.json(job, Caller.current().locale());
    }

    /** Asks it to end: a waiting one at once, a running one after its present step. Answers the job. */
    @POST
    @Path("{id}/cancel")
    public Map<String, @Nullable Object> cancel(@PathParam("id") RecordId id) {
        jobs.cancel(id);
        return get(id);
    }

    private static RecordId cursor(String text) {
        try {
            return RecordId.of(text);
        } catch (TenonException e) {
            throw TenonException.unreadable("the cursor is not one of ours");
        }
    }

    private static Set<Job.State> states(String text) {
        Set<Job.State> states = EnumSet.noneOf(Job.State.class);
        for (String word : text.isBlank() ? new String[0] : text.split(",")) {
            states.add(Arrays.stream(Job.State.values()).filter(state -> JobForm.word(state).equals(word.strip())).findFirst()
                    .orElseThrow(() -> TenonException.invalid("state", "unknown", "no job is " + word.strip())));
        }
        return states;
    }
}

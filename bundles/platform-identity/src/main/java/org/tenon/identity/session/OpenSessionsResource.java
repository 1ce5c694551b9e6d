package org.tenon.identity.session;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tenon.identity.audit.AuditLog;
import org.tenon.identity.audit.AuditLog.Event;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.rest.Permission;

/** {@code /api/identity/sessions}: where else one is signed in. */
@Component(service = OpenSessionsResource.class)
@Path("sessions")
@Produces(MediaType.APPLICATION_JSON)
@Permission(Permission.MEMBER)
public final class OpenSessionsResource {

    private final Sessions sessions;
    private final AuditLog audit;

    public record Open(String id, Instant createdAt, Instant seenAt, Instant expiresAt, String address, String agent, boolean present) {
    }

    @Activate
    public OpenSessionsResource(@Reference Sessions sessions, @Reference AuditLog audit) {
        this.sessions = sessions;
        this.audit = audit;
    }

    /** One's own open sessions, newest first. */
    @GET
    public Map<String, List<Open>> list() {
        Caller caller = Caller.current();
        return Map.of("items", sessions.of(caller.memberId()).stream().map(session -> new Open(RecordId.text(session.id()), session.created(),
                session.seen(), session.expires(), session.address(), session.agent(), RecordId.text(session.id()).equals(caller.session()))).toList());
    }

    /** Ends one of them. */
    @DELETE
    @Path("{id}")
    public void end(@PathParam("id") RecordId id) {
        Caller caller = Caller.current();
        if (!sessions.end(caller.memberId(), id.value())) {
            throw TenonException.notFound("no session " + id);
        }
        audit.note(Event.SESSION_ENDED, caller.memberId(), id.toString());
    }
}

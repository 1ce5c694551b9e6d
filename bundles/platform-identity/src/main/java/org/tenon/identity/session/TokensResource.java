package org.tenon.identity.session;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tenon.identity.audit.AuditLog;
import org.tenon.identity.audit.AuditLog.Event;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.rest.Permission;

/** {@code /api/identity/tokens}: one's own API tokens. Only a browser makes and removes them, so that a token that leaked makes no others. */
@Component(service = TokensResource.class)
@Path("tokens")
@Produces(MediaType.APPLICATION_JSON)
@Permission(Permission.MEMBER)
public final class TokensResource {

    private static final int LONGEST_NAME = 100;

    private final Tokens tokens;
    private final Sessions sessions;
    private final AuditLog audit;

    /** @param expiresAt null for never */
    public record Wish(@Nullable String name, @Nullable Instant expiresAt) {
    }

    public record Made(String id, String name, String token, @Nullable Instant expiresAt) {
    }

    public record Listed(String id, String name, Instant createdAt, @Nullable Instant expiresAt, @Nullable Instant usedAt) {
    }

    @Activate
    public TokensResource(@Reference Tokens tokens, @Reference Sessions sessions, @Reference AuditLog audit) {
        this.tokens = tokens;
        this.sessions = sessions;
        this.audit = audit;
    }

    /** One's own tokens, oldest first, without what they consist of. */
    @GET
    public Map<String, List<Listed>> list() {
        return Map.of("items", tokens.of(Caller.current().memberId()).stream().map(token -> new Listed(RecordId.text(token.id()), token.name(),
                token.created(), token.everlasting() ? null : token.expires(), token.used())).toList());
    }

    /** Makes a token; what it consists of is shown this once. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response make(Wish wish) {
        Caller caller = sessions.browser(Caller.current());
        String name = wish.name() == null ? "" : wish.name().strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw TenonException.invalid("name", "length", "1 to %d characters".formatted(LONGEST_NAME));
        }
        if (wish.expiresAt() != null && (!wish.expiresAt().isAfter(Clock.systemUTC().instant()) || wish.expiresAt().isAfter(Tokens.NEVER))) {
            throw TenonException.invalid("expiresAt", "future", "must lie in the future");
        }
        Tokens.Fresh made = tokens.make(caller.memberId(), name, wish.expiresAt());
        String id = RecordId.text(made.id());
        audit.note(Event.TOKEN_MADE, caller.memberId(), id);
        return Response.status(Response.Status.CREATED).header(HttpHeaders.LOCATION, URI.create("/api/identity/tokens/" + id).toString())
                .entity(new Made(id, name, made.secret(), wish.expiresAt())).build();
    }

    /** The token is refused from now on. */
    @DELETE
    @Path("{id}")
    public void remove(@PathParam("id") RecordId id) {
        Caller caller = sessions.browser(Caller.current());
        if (!tokens.remove(caller.memberId(), id.value())) {
            throw TenonException.notFound("no token " + id);
        }
        audit.note(Event.TOKEN_REMOVED, caller.memberId(), id.toString());
    }
}

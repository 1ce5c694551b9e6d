package org.tenon.identity.session;

import java.time.ZoneId;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.Consumes;
import javax.ws.rs.CookieParam;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tenon.identity.audit.AuditLog;
import org.tenon.identity.audit.AuditLog.Event;
import org.tenon.identity.catalogue.Catalogue;
import org.tenon.identity.directory.MemoryDirectory;
import org.tenon.identity.directory.Person;
import org.tenon.identity.session.SessionAnswer.Me;
import org.tenon.identity.session.SignIn.Origin;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.identity.Authenticator;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.rest.Permission;
import org.tenon.sdk.rest.Public;

/** {@code /api/identity/session}: the browser's own session. */
@Component(service = SessionResource.class)
@Path("session")
@Produces(MediaType.APPLICATION_JSON)
@Permission(Permission.MEMBER)
public final class SessionResource {

    private final SignIn signIn;
    private final Account account;
    private final Sessions sessions;
    private final Authenticator authenticator;
    private final MemoryDirectory directory;
    private final Catalogue catalogue;
    private final Preferences preferences;
    private final Remembered remembered;
    private final AuditLog audit;

    public record Attempt(@Nullable String login, @Nullable String password) {
    }

    public record NewPassword(@Nullable String current, @Nullable String next) {
    }

    /** @param content text of the page's own; null to forget it */
    public record Note(@Nullable String content) {
    }

    @Activate
    public SessionResource(@Reference SignIn signIn, @Reference Account account, @Reference Sessions sessions,
                           @Reference Authenticator authenticator, @Reference MemoryDirectory directory, @Reference Catalogue catalogue,
                           @Reference Preferences preferences, @Reference Remembered remembered, @Reference AuditLog audit) {
        this.signIn = signIn;
        this.account = account;
        this.sessions = sessions;
        this.authenticator = authenticator;
        this.directory = directory;
        this.catalogue = catalogue;
        this.preferences = preferences;
        this.remembered = remembered;
        this.audit = audit;
    }

    /** Who is signed in; {@code {"member":null}} for nobody. */
    @GET
    @Public("The shell asks whether somebody is signed in before it shows the log-in form")
    public Object present(@CookieParam(SessionCookie.NAME) @Nullable String cookie) {
        Optional<Object> answer = Optional.ofNullable(cookie).flatMap(authenticator::bySession).map(this::answer);
        return answer.orElseGet(() -> Collections.singletonMap("member", null));
    }

    /** Signs in and sets the cookie. 401 if login or password is wrong, 429 after too many attempts. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Public("Nobody is signed in before they sign in")
    public Response signIn(Attempt attempt, @CookieParam(SessionCookie.NAME) @Nullable String before, @Context HttpServletRequest request,
                           @Context HttpHeaders headers) {
        String token = signIn.signIn(needed("login", attempt.login()), needed("password", attempt.password()), origin(request, headers), before);
        return renewed(token, request);
    }

    /** Signs out. @param everywhere ends all sessions of the member */
    @DELETE
    public Response signOut(@QueryParam("everywhere") boolean everywhere, @Context HttpServletRequest request) {
        Caller caller = Caller.current();
        if (everywhere) {
            sessions.endAll(caller.memberId());
        } else {
            Optional.ofNullable(caller.session()).ifPresent(session -> sessions.end(caller.memberId(), RecordId.of(session).value()));
        }
        audit.note(everywhere ? Event.SIGNED_OUT_EVERYWHERE : Event.SIGNED_OUT, caller.memberId(), "");
        return Response.noContent().header(HttpHeaders.SET_COOKIE, SessionCookie.header(null, request.isSecure())).build();
    }

    /** Sets a new password; all sessions end and this browser gets a new one. */
    @PUT
    @Path("password")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response password(NewPassword change, @Context HttpServletRequest request, @Context HttpHeaders headers) {
        Caller caller = sessions.browser(Caller.current());
        Origin from = origin(request, headers);
        String token = account.change(caller.memberId(), needed("current", change.current()), needed("next", change.next()),
                new Origin(from.address(), from.agent(), caller.locale()));
        return renewed(token, request);
    }

    /** Language, time zone, theme, density; what is left out stays. */
    @PUT
    @Path("preferences")
    @Consumes(MediaType.APPLICATION_JSON)
    public Map<String, Object> preferences(Preferences.Change change) {
        Caller caller = Caller.current();
        preferences.change(caller, change);
        return Map.of("preferences", preferences.of(caller.memberId()));
    }

    /** What pages remember of the member, by name. */
    @GET
    @Path("remembered")
    public Map<String, Object> remembered() {
        return Map.of("items", remembered.of(Caller.current().memberId()));
    }

    /** Remembers a text under a name, or forgets it. */
    @PUT
    @Path("remembered/{name}")
    @Consumes(MediaType.APPLICATION_JSON)
    public void remember(@PathParam("name") String name, Note note) {
        remembered.keep(Caller.current().memberId(), name, note.content());
    }

    private Response renewed(String token, HttpServletRequest request) {
        Object answer = authenticator.bySession(token).map(this::answer).orElseThrow();
        return Response.ok(answer).header(HttpHeaders.SET_COOKIE, SessionCookie.header(token, request.isSecure())).build();
    }

    private SessionAnswer answer(Authenticator.Session session) {
        Caller caller = session.caller();
        Person person = directory.person(caller.memberId()).orElseThrow();
        return new SessionAnswer(new Me(RecordId.text(person.id()), person.name(), person.login(), person.tag(),
                Optional.ofNullable(person.zone()).map(ZoneId::getId).orElse(null)),
                session.csrf(), catalogue.held(caller), session.mustChangePassword(), preferences.of(person.id()));
    }

    private static Origin origin(HttpServletRequest request, HttpHeaders headers) {
        String agent = request.getHeader(HttpHeaders.USER_AGENT);
        return new Origin(request.getRemoteAddr(), agent == null ? "" : agent, Languages.of(headers.getAcceptableLanguages()));
    }

    private static String needed(String field, @Nullable String value) {
        if (value == null) {
            throw TenonException.invalid(field, "required", "required");
        }
        return value;
    }
}

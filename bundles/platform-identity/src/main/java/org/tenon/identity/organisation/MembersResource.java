package org.tenon.identity.organisation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tenon.identity.directory.MemoryDirectory;
import org.tenon.identity.session.Account;
import org.tenon.identity.text.Words;
import org.tenon.sdk.Kind;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.record.Records;
import org.tenon.sdk.rest.Permission;
import org.tenon.sdk.rest.RecordResource;

/** {@code /api/identity/members}: the standard record calls, leaving and rejoining, one-time passwords. */
@Component(service = MembersResource.class)
@Path("members")
public final class MembersResource extends RecordResource<Member> {

    private final Account account;
    private final Words words;
    private final Guard guard;
    private final Clock clock = Clock.systemDefaultZone();

    @Activate
    public MembersResource(@Reference Records records, @Reference Account account, @Reference MemoryDirectory directory,
                           @Reference Words words) {
        super(records.of(Member.class));
        this.account = account;
        this.words = words;
        this.guard = new Guard(directory, words);
    }

    /** The member no longer works here: signed out everywhere, their tokens gone. 409 for the last administrator. */
    @POST
    @Path("{id}/leave")
    @Permission(Permission.RECORD)
    public Response leave(@PathParam("id") RecordId id) {
        return answer(records.change(id, "leave", member -> {
            if (!member.active()) {
                throw words.refused(Kind.CONFLICT, "member.left");
            }
            member.leave(LocalDate.now(clock));
        }));
    }

    /** The member works here again, with the roles and the password they had. */
    @POST
    @Path("{id}/rejoin")
    @Permission(Permission.RECORD)
    public Response rejoin(@PathParam("id") RecordId id) {
        return answer(records.change(id, "rejoin", member -> {
            if (member.active()) {
                throw words.refused(Kind.CONFLICT, "member.active");
            }
            member.rejoin();
        }));
    }

    /** Gives a one-time password, shown this once, and signs the member out everywhere. */
    @POST
    @Path("{id}/reset-password")
    @Permission("identity:manage")
    public Map<String, String> resetPassword(@PathParam("id") RecordId id) {
        if (Caller.current().memberId() == id.value()) {
            throw words.refused(Kind.CONFLICT, "password.own");
        }
        records.get(id);
        Member member = records.find(id).orElseThrow(() -> TenonException.notFound("no member " + id));
        guard.administrator(member);
        return Map.of("password", account.reset(id.value()));
    }
}

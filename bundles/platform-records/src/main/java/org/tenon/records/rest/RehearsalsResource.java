package org.tenon.records.rest;

import java.util.Map;
import javax.ws.rs.Consumes;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tenon.sdk.Kind;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.record.Records;
import org.tenon.sdk.rest.Permission;
import org.tenon.sdk.tx.Tx;

/**
 * {@code /api/records/rehearsals/{type}/{id}}: whether a change would be stored, asked while a card is still being dragged. The change is made
 * with rights, checks and rules, and then rolled back: there are no second rules that could say something else.
 */
@Path("rehearsals")
@Permission(Permission.RECORD)
@Component(service = RehearsalsResource.class)
public final class RehearsalsResource {

    private final Records records;
    private final Tx tx;

    /** @param version as read @param values as in a change */
    public record Wish(@Nullable Integer version, @Nullable Map<String, Object> values) {
    }

    /** Ends a rehearsal that went well. */
    private static final class Done extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Done() {
            super(null, null, false, false);
        }
    }

    @Activate
    public RehearsalsResource(@Reference Records records, @Reference Tx tx) {
        this.records = records;
        this.tx = tx;
    }

    /** 204 if the change would be stored, else the refusal the change itself would get. Nothing is stored. */
    @POST
    @Path("{type}/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    public void rehearse(@PathParam("type") String type, @PathParam("id") RecordId id, Wish wish) {
        if (wish.version() == null) {
            throw new TenonException(Kind.VERSION_REQUIRED, "name the version you have read");
        }
        Map<String, Object> values = wish.values() == null ? Map.of() : wish.values();
        try {
            tx.run(() -> {
                records.of(type).update(id, wish.version(), values);
                throw new Done();
            });
        } catch (Done stored) {
            // It would have been.
        }
    }
}

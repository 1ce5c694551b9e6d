package org.tenon.identity.organisation;

import javax.ws.rs.Path;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tenon.sdk.record.Records;
import org.tenon.sdk.rest.RecordResource;

/** {@code /api/identity/positions}: the standard record calls. */
@Component(service = PositionsResource.class)
@Path("positions")
public final class PositionsResource extends RecordResource<Position> {

    @Activate
    public PositionsResource(@Reference Records records) {
        super(records.of(Position.class));
    }
}

package sample.loyalty;

import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import org.tenon.sdk.rest.Permission;

/** REST calls that each say who may. */
@Path("points")
@Permission("loyalty:read")
public class PointsResource {

    @GET
    public String list() {
        return "";
    }

    @POST
    @Permission("loyalty.points:redeem")
    public String redeem() {
        return "";
    }
}

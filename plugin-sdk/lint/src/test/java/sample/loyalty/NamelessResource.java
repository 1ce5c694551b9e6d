package sample.loyalty;

import javax.ws.rs.GET;
import javax.ws.rs.Path;

/** A call that names no permission. */
@Path("nameless")
public class NamelessResource {

    @GET
    public String list() {
        return "";
    }
}

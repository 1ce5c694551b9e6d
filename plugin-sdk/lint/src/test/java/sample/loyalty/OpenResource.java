package sample.loyalty;

import javax.ws.rs.GET;
import javax.ws.rs.Path;
import org.tenon.sdk.rest.Public;

/** A call for everyone, with its reason. */
@Path("open")
public class OpenResource {

    @GET
    @Public("shops ask for the rules without signing in")
    public String rules() {
        return "";
    }
}

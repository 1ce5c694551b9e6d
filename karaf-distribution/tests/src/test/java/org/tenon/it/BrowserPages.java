package org.tenon.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tenon.testkit.process.Api;

/** The main pages of the shell over the demonstration data: a name for each, its address, and how one knows it is all there. */
final class BrowserPages {

    private record Place(String address, String waitFor) {
    }

    /** A customer about whom there is something to see. */
    private static final String BUSY = "{\"and\":[{\"==\":[{\"var\":\"level\"},\"A\"]},{\"!=\":[{\"var\":\"nextContactAt\"},null]}]}";

    private final Map<String, Place> places = new LinkedHashMap<>();

    BrowserPages(Api admin) {
        String customer = first(admin, "/api/customers/customers?limit=1&filter=" + Api.encode(BUSY));
        String role = first(admin, "/api/identity/roles?limit=1&q=Marketing");
        places.put("home", new Place("/", ".home-grid .card"));
        places.put("customers", new Place("/customers/customers", "td:nth-child(3) .dot, .cards li"));
        places.put("customer", new Place("/customers/customers/" + customer, ".timeline li"));
        places.put("create", new Place("/customers/customers/new", "form .field"));
        places.put("import", new Place("/customers/customers/import", ".file-drop"));
        places.put("profile", new Place("/me", ".rows li"));
        places.put("grants", new Place("/identity/roles/" + role + "/grants", ".grant-row"));
        places.put("timers", new Place("/jobs/timers", ".job-list li"));
        places.put("plugins", new Place("/plugins", ".plugin-list li"));
    }

    Iterable<String> names() {
        return places.keySet();
    }

    /** Opens the page and waits until its content is there and nothing is loading. */
    void open(BrowserUser user, String name) {
        Place place = places.get(name);
        user.go(place.address());
        assertThat(user.page().getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1))).isVisible();
        assertThat(user.page().locator(place.waitFor()).first()).isVisible();
        assertThat(user.page().locator(".ant-skeleton")).hasCount(0);
    }

    private static String first(Api admin, String query) {
        return admin.get(query).expect(200).json().at("/items/0/id").asText();
    }
}

package org.tenon.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tenon.testkit.process.Api;

/**
 * Every page of the shell over the demonstration data: a name for each, its address, and how one knows it is all there. Whatever stands in the
 * menu is there by itself; a route of the shell that no address here leads to is found by {@link #forgotten}.
 */
final class BrowserPages {

    private record Place(String address, String waitFor) {
    }

    /** A customer about whom there is something to see. */
    private static final String BUSY = "{\"and\":[{\"==\":[{\"var\":\"level\"},\"A\"]},{\"!=\":[{\"var\":\"nextContactAt\"},null]}]}";

    private static final Path ROUTES = Path.of("..", "..", "bundles", "platform-shell", "src", "main", "ui", "src", "app", "router.tsx");
    private static final Pattern ROUTE = Pattern.compile("path: '([^']+)'");

    private final Map<String, Place> places = new LinkedHashMap<>();

    BrowserPages(Api admin) {
        JsonNode customers = admin.get("/api/customers/customers?limit=2&filter=" + Api.encode(BUSY)).expect(200).json().get("items");
        String customer = customers.get(0).get("id").asText();
        String role = first(admin, "/api/identity/roles?limit=1&q=Marketing");
        String member = first(admin, "/api/identity/members?limit=1");
        String template = template(admin);
        places.put("home", new Place("/", ".home-grid .card"));
        places.put("customers", new Place("/customers/customers", "td:nth-child(3) .dot, .cards li"));
        places.put("customer", new Place("/customers/customers/" + customer, ".timeline li"));
        places.put("create", new Place("/customers/customers/new", "form .field"));
        places.put("import", new Place("/customers/customers/import", ".file-drop"));
        places.put("duplicates", new Place("/customers/customers/duplicates", "h1"));
        places.put("merge", new Place("/customers/customers/merge?ids=" + customer + "," + customers.get(1).get("id").asText(), "h1"));
        places.put("contact-create", new Place("/customers/contacts/new", "form .field"));
        places.put("profile", new Place("/me", ".rows li"));
        places.put("jobs", new Place("/jobs", "h1"));
        places.put("member", new Place("/identity/members/" + member, ".timeline"));
        places.put("rights", new Place("/identity/members/" + member + "/rights", "h1"));
        places.put("grants", new Place("/identity/roles/" + role + "/grants", ".grant-row"));
        places.put("dictionary", new Place("/settings/dictionaries/customers.industry", "h1"));
        places.put("template", new Place("/settings/templates/" + template, "h1"));
        places.put("print", new Place("/print/" + template + "/" + customer, "body"));
        places.put("plugins", new Place("/plugins", ".plugin-list li"));
        places.put("gone", new Place("/nothing/here", ".broken"));
        for (JsonNode entry : admin.get("/api/shell/contributions").expect(200).json().get("menu")) {
            String path = entry.path("path").asText("");
            if (!path.isEmpty() && places.values().stream().noneMatch(place -> place.address().equals(path))) {
                places.put(entry.get("id").asText(), new Place(path, "h1"));
            }
        }
    }

    Iterable<String> names() {
        return places.keySet();
    }

    /** Routes of the shell that no page here stands for; those of contributed pages are not among them. */
    List<String> forgotten() throws IOException {
        return ROUTE.matcher(Files.readString(ROUTES)).results().map(found -> found.group(1)).filter(route -> !route.equals("*")).filter(route -> {
            Pattern address = Pattern.compile("/" + route.replaceAll("/\\*$", "(/.*)?").replaceAll(":[a-z]+", "[^/]+"));
            return places.values().stream().map(place -> address.matcher(place.address())).noneMatch(Matcher::matches);
        }).toList();
    }

    /** Opens the page and waits until its content is there and nothing is loading. */
    void open(BrowserUser user, String name) {
        Place place = places.get(name);
        user.go(place.address());
        if (!name.equals("print")) {
            assertThat(user.page().getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1))).isVisible();
        }
        assertThat(user.page().locator(place.waitFor()).first()).isVisible();
        assertThat(user.page().locator(".ant-skeleton")).hasCount(0);
    }

    private static String template(Api admin) {
        JsonNode known = admin.get("/api/records/templates").expect(200).json().get("items");
        for (JsonNode one : known) {
            if (one.path("type").asText().equals("customers.customer") && one.path("sort").asText().equals("print")) {
                return one.get("id").asText();
            }
        }
        return admin.post("/api/records/templates", Map.of("name", "客户卡片", "type", "customers.customer", "sort", "print", "body", "<h2>客户卡片</h2><p>{{name}}</p>"))
            .expect(201).json().get("id").asText();
    }

    private static String first(Api admin, String query) {
        return admin.get(query).expect(200).json().at("/items/0/id").asText();
    }
}

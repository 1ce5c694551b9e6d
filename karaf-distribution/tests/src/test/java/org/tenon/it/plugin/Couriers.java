package org.tenon.it.plugin;

import org.tenon.testkit.source.PluginSource;

/** Two couriers behind the interfaces of the SDK, either of which quotes; and the shop that asks whoever is there. */
public final class Couriers {

    /** Submits the work of quoting; answers the job. */
    public static final String QUOTES = "/api/shop/quotes";
    /** Asks for the courier's name, at once. */
    public static final String NAME = "/api/shop/courier";

    private Couriers() {
    }

    /** A provider. @param name such as {@code north}; what its quotes say */
    public static PluginSource provider(String name) {
        return new PluginSource(name, "1.0.0")
            .type("Quote", """
                import java.util.Map;
                import org.osgi.service.component.annotations.Component;
                import org.tenon.sdk.job.*;
                @Component
                public final class Quote implements JobHandler {
                    @Override public String kind() { return "couriers.quote"; }
                    @Override public Map<String, Object> run(JobRun run) {
                        run.step(() -> new JobRun.Progress(1, 1L, Map.of()));
                        return Map.of("courier", "NAME");
                    }
                }
                """)
            .type("Sign", """
                import java.util.*;
                import org.osgi.service.component.annotations.Component;
                import org.tenon.sdk.text.TextSource;
                @Component
                public final class Sign implements TextSource {
                    @Override public Optional<String> text(String area, String key, Locale locale) {
                        return key.equals("courier.name") ? Optional.of("NAME") : Optional.empty();
                    }
                }
                """);
    }

    /** Who asks; never exchanged. */
    public static PluginSource shop() {
        return new PluginSource("shop", "1.0.0")
            .type("ShopApplication", """
                import java.util.*;
                import javax.ws.rs.*;
                import javax.ws.rs.core.Application;
                import org.osgi.service.component.annotations.*;
                import org.osgi.service.jaxrs.whiteboard.propertytypes.*;
                import org.tenon.sdk.TenonException;
                import org.tenon.sdk.job.Jobs;
                import org.tenon.sdk.rest.Permission;
                import org.tenon.sdk.text.Labels;
                @Component(service = Application.class) @JaxrsName("NAME") @JaxrsApplicationBase("/api/NAME")
                public final class ShopApplication extends Application {
                    private final Shop shop;
                    @Activate public ShopApplication(@Reference Jobs jobs, @Reference Labels labels) { this.shop = new Shop(jobs, labels); }
                    @Override public Set<Object> getSingletons() { return Set.of(shop); }
                    @Path("") @Produces("application/json") @Permission("member")
                    public static final class Shop {
                        private final Jobs jobs;
                        private final Labels labels;
                        Shop(Jobs jobs, Labels labels) { this.jobs = jobs; this.labels = labels; }
                        @POST @Path("quotes") public Map<String, Object> quote() {
                            return Map.of("job", Map.of("id", jobs.submit("couriers.quote", "a parcel", Map.of()).id().toString()));
                        }
                        @GET @Path("courier") public Map<String, Object> courier() {
                            return Map.of("name", labels.find("NAME", "courier.name", Locale.ENGLISH).orElseThrow(() -> TenonException.conflict("no courier is there")));
                        }
                    }
                }
                """);
    }
}

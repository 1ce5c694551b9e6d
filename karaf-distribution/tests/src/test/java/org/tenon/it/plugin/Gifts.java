package org.tenon.it.plugin;

import org.tenon.testkit.source.PluginSource;

/** The example that is installed at the Plugins page: a menu entry, a page with an input that shows its version, and a REST path. */
public final class Gifts {

    public static final String HELLO = "/api/gifts/hello";

    private Gifts() {
    }

    public static PluginSource version(String version) {
        return InputPage.in(new PluginSource("gifts", version), "Gifts")
            .header("Tenon-Smoke", HELLO)
            .type("GiftsApplication", """
                import java.util.Set;
                import javax.ws.rs.core.Application;
                import org.osgi.service.component.annotations.*;
                import org.osgi.service.jaxrs.whiteboard.propertytypes.*;
                @Component(service = Application.class) @JaxrsName("NAME") @JaxrsApplicationBase("/api/NAME")
                public final class GiftsApplication extends Application {
                    @Override public Set<Object> getSingletons() { return Set.of(new GiftsResource()); }
                }
                """)
            .type("GiftsResource", """
                import java.util.Map;
                import javax.ws.rs.*;
                import org.tenon.sdk.rest.Permission;
                @Path("") @Produces("application/json") @Permission("member")
                public final class GiftsResource {
                    @GET @Path("hello") public Map<String, Object> hello() { return Map.of("version", "VERSION"); }
                }
                """)
            .type("GiftsMenu", """
                import java.util.List;
                import org.osgi.service.component.annotations.Component;
                import org.tenon.sdk.shell.*;
                @Component
                public final class GiftsMenu implements MenuContribution {
                    @Override public String area() { return "NAME"; }
                    @Override public List<MenuItem> items() {
                        return List.of(MenuItem.group("NAME", 500, "gift"), MenuItem.of("NAME.list", "NAME", 10, "/NAME", "member"));
                    }
                }
                """)
            .file("i18n/gifts_en.properties", "area.label=Gifts\nmenu.gifts=Gifts\nmenu.gifts.list=Gift catalogue\n")
            .file("i18n/gifts_zh_CN.properties", "area.label=礼品\nmenu.gifts=礼品\nmenu.gifts.list=礼品目录\n")
            .file("i18n/gifts_zh_TW.properties", "area.label=禮品\nmenu.gifts=禮品\nmenu.gifts.list=禮品目錄\n");
    }
}

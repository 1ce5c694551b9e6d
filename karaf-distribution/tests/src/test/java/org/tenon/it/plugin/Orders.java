package org.tenon.it.plugin;

import org.tenon.testkit.source.PluginSource;

/** The example that PluginsIT installs: a REST path, a page with an input, a menu entry, a permission, a table; and all the ways in which it may be broken. */
public final class Orders {

    public static final String NAME = "orders";
    public static final String PING = "/api/orders/ping";

    private Orders() {
    }

    /** One that works. */
    public static PluginSource version(String version) {
        return InputPage.in(new PluginSource(NAME, version), "Orders")
            .type("OrdersApplication", """
                import java.util.Set;
                import javax.ws.rs.core.Application;
                import org.osgi.service.component.annotations.*;
                import org.osgi.service.jaxrs.whiteboard.propertytypes.*;
                @Component(service = Application.class) @JaxrsName("NAME") @JaxrsApplicationBase("/api/NAME")
                public final class OrdersApplication extends Application {
                    @Override public Set<Object> getSingletons() { return Set.of(new OrdersResource()); }
                }
                """)
            .type("OrdersResource", """
                import java.io.*;
                import java.util.Map;
                import javax.ws.rs.*;
                import org.tenon.sdk.rest.Permission;
                import org.tenon.sdk.rest.Upload;
                @Path("") @Produces("application/json") @Permission("member")
                public final class OrdersResource {
                    @GET @Path("ping") public Map<String, Object> ping() { return Map.of("version", "VERSION"); }
                    @GET @Path("slow") public Map<String, Object> slow(@QueryParam("millis") long millis) throws InterruptedException {
                        Thread.sleep(millis);
                        return Map.of("version", "VERSION");
                    }
                    @POST @Path("upload") @Consumes("*/*") public Map<String, Object> upload(Upload upload) throws IOException {
                        return Map.of("bytes", upload.stream().transferTo(OutputStream.nullOutputStream()));
                    }
                }
                """)
            .type("OrdersMenu", """
                import java.util.List;
                import org.osgi.service.component.annotations.Component;
                import org.tenon.sdk.shell.*;
                @Component
                public final class OrdersMenu implements MenuContribution {
                    @Override public String area() { return "NAME"; }
                    @Override public List<MenuItem> items() {
                        return List.of(MenuItem.group("NAME", 800, "team"), MenuItem.of("NAME.list", "NAME", 10, "/NAME", "member"));
                    }
                }
                """)
            .type("OrdersPermissions", """
                import java.util.List;
                import org.osgi.service.component.annotations.Component;
                import org.tenon.sdk.identity.PermissionContribution;
                @Component
                public final class OrdersPermissions implements PermissionContribution {
                    @Override public String area() { return "NAME"; }
                    @Override public List<String> functions() { return List.of("NAME:use"); }
                }
                """)
            .file("i18n/orders_en.properties", "area.label=Orders\nmenu.orders=Orders\nmenu.orders.list=Order book\npermission.orders\\:use=Use orders\n")
            .file("i18n/orders_zh_CN.properties", "area.label=\u8ba2\u5355\nmenu.orders=\u8ba2\u5355\nmenu.orders.list=\u8ba2\u5355\u7c3f\npermission.orders\\:use=\u4f7f\u7528\u8ba2\u5355\n")
            .file("i18n/orders_zh_TW.properties", "area.label=\u8a02\u55ae\nmenu.orders=\u8a02\u55ae\nmenu.orders.list=\u8a02\u55ae\u7c3f\npermission.orders\\:use=\u4f7f\u7528\u8a02\u55ae\n")
            .file("db/V1__orders.sql", "CREATE TABLE orders_order (id BIGINT NOT NULL PRIMARY KEY, title VARCHAR(100) NOT NULL);\n")
            .header("Tenon-Smoke", PING);
    }

    /** Imports a package in a version that nobody has. */
    public static PluginSource missingPackage(String version) {
        return version(version).header("Import-Package", "*,org.tenon.sdk.file;version=\"[7,8)\"");
    }

    /** Its second script is wrong. */
    public static PluginSource failingMigration(String version) {
        return version(version).file("db/V2__orders.sql", "ALTER TABLE orders_order ADD COLUMN note VARCHAR(20);\nALTER TABLE orders_missing ADD COLUMN amount INTEGER;\n");
    }

    /** Its activator throws. */
    public static PluginSource throwingActivator(String version) {
        return version(version).header("Bundle-Activator", "org.example.orders.OrdersActivator").type("OrdersActivator", """
            import org.osgi.framework.*;
            public final class OrdersActivator implements BundleActivator {
                @Override public void start(BundleContext context) { throw new IllegalStateException("the licence has expired"); }
                @Override public void stop(BundleContext context) { }
            }
            """);
    }

    /** A component of it waits for one that waits for a service nobody offers. */
    public static PluginSource unsatisfied(String version) {
        return version(version)
            .type("Courier", "public interface Courier { }")
            .type("Fleet", "public interface Fleet { }")
            .type("VanCourier", """
                import org.osgi.service.component.annotations.*;
                @Component
                public final class VanCourier implements Courier {
                    @Activate public VanCourier(@Reference Fleet fleet) { }
                }
                """)
            .type("Delivery", """
                import org.osgi.service.component.annotations.*;
                @Component(service = Delivery.class, immediate = true)
                public final class Delivery {
                    @Activate public Delivery(@Reference Courier courier) { }
                }
                """);
    }

    /** Comes up, and answers its own smoke check with an error. */
    public static PluginSource failingSmoke(String version) {
        return version(version).header("Tenon-Smoke", "/api/orders/broken").type("OrdersResource", """
            import java.util.Map;
            import javax.ws.rs.*;
            import org.tenon.sdk.rest.Permission;
            @Path("") @Produces("application/json") @Permission("member")
            public final class OrdersResource {
                @GET @Path("ping") public Map<String, Object> ping() { return Map.of("version", "VERSION"); }
                @GET @Path("broken") public Map<String, Object> broken() { throw new IllegalStateException("no connection to the warehouse"); }
            }
            """);
    }
}

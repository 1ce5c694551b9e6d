package org.tenon.bench;

import org.tenon.testkit.source.PluginSource;

/** A plugin of the usual kind, under any name: a record type with its table, the REST calls of its records, a menu entry, a page and three languages. */
final class SamplePlugin {

    private static final String PAGE = """
        import { jsx } from 'react/jsx-runtime'
        const Page = () => jsx('h1', { children: 'VERSION' })
        export default { sdk: 1, pages: { start: async () => ({ default: Page }) }, messages: {} }
        """;

    private SamplePlugin() {
    }

    /** The address of its list. */
    static String list(String name) {
        return "/api/" + name + "/items";
    }

    /** The id of its menu entry. */
    static String entry(String name) {
        return name + ".list";
    }

    /** @param name small letters and digits */
    static PluginSource of(String name, String version) {
        PluginSource plugin = new PluginSource(name, version).header("Tenon-Persistence", "%1$s;entities=\"org.example.%1$s.Item\"".formatted(name))
            .type("Item", """
                import jakarta.persistence.*;
                import org.tenon.sdk.record.*;
                @RecordType(area = "NAME", name = "item", plural = "items", title = "title")
                @Entity @Table(name = "NAME_item")
                public class Item extends OwnedRecord {
                    @Field(search = 3, list = 1, required = true) @Column(name = "title") private String title;
                    @Field(list = 2, filter = true) @Column(name = "place") private String place;
                    @Field(list = 3) @Column(name = "pieces") private Integer pieces;
                }
                """)
            .type("ItemsResource", """
                import javax.ws.rs.Path;
                import org.tenon.sdk.record.Records;
                import org.tenon.sdk.rest.RecordResource;
                @Path("items")
                public class ItemsResource extends RecordResource<Item> {
                    ItemsResource(Records records) { super(records.of(Item.class)); }
                }
                """)
            .type("ItemsApplication", """
                import java.util.Set;
                import javax.ws.rs.core.Application;
                import org.osgi.service.component.annotations.*;
                import org.osgi.service.jaxrs.whiteboard.propertytypes.*;
                import org.tenon.sdk.record.Records;
                @Component(service = Application.class) @JaxrsName("NAME") @JaxrsApplicationBase("/api/NAME")
                public final class ItemsApplication extends Application {
                    private final Set<Object> resources;
                    @Activate public ItemsApplication(@Reference Records records) { this.resources = Set.of(new ItemsResource(records)); }
                    @Override public Set<Object> getSingletons() { return resources; }
                }
                """)
            .type("ItemsMenu", """
                import java.util.List;
                import org.osgi.service.component.annotations.Component;
                import org.tenon.sdk.shell.*;
                @Component
                public final class ItemsMenu implements MenuContribution {
                    @Override public String area() { return "NAME"; }
                    @Override public List<MenuItem> items() {
                        return List.of(MenuItem.group("NAME", 600, "team"), MenuItem.of("NAME.list", "NAME", 10, "/NAME/items", "NAME.item:read"));
                    }
                }
                """)
            .file("db/V1__%s.sql".formatted(name), """
                CREATE TABLE %1$s_item (
                  ${owned},
                  title VARCHAR(200) NOT NULL,
                  place VARCHAR(200),
                  pieces INTEGER
                );
                CREATE INDEX %1$s_item_created ON %1$s_item (created_at DESC, id DESC);
                CREATE INDEX %1$s_item_oldest ON %1$s_item (created_at, id);
                """.formatted(name))
            .file("ui/ui.json", """
                {"id":"%1$s","version":"%2$s","sdk":1,"entry":"index.js","hash":"%2$s","css":[],"routes":[{"path":"/%1$s/start","page":"start"}]}"""
                .formatted(name, version))
            .file("ui/index.js", PAGE.replace("VERSION", version));
        texts(plugin, name, "en", "Samples", "Sample", "Title", "Place", "Pieces");
        texts(plugin, name, "zh_CN", "样品", "样品", "标题", "位置", "件数");
        texts(plugin, name, "zh_TW", "樣品", "樣品", "標題", "位置", "件數");
        return plugin;
    }

    private static void texts(PluginSource plugin, String name, String language, String area, String item, String title, String place, String pieces) {
        plugin.file("i18n/%s_%s.properties".formatted(name, language), """
            area.label=%2$s
            menu.%1$s=%2$s
            menu.%1$s.list=%2$s
            item=%3$s
            item.plural=%2$s
            item.title=%4$s
            item.place=%5$s
            item.pieces=%6$s
            """.formatted(name, area, item, title, place, pieces));
    }
}

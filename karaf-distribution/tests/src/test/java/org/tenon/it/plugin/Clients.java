package org.tenon.it.plugin;

import org.tenon.testkit.source.PluginSource;

/** A plugin that takes the place of the area of customers: its own records, table and path, their menu and addresses, and a copy of their names. */
public final class Clients {

    public static final String LIST = "/api/clients/customers";

    private Clients() {
    }

    public static PluginSource plugin() {
        return new PluginSource("clients", "1.0.0").header("Tenon-Replaces", "customers")
            .header("Tenon-Persistence", "clients;entities=\"org.example.clients.Client\"")
            .type("Client", """
                import jakarta.persistence.*;
                import org.tenon.sdk.record.*;
                @RecordType(area = "clients", name = "client", plural = "customers", title = "name")
                @Entity @Table(name = "clients_client")
                public class Client extends OwnedRecord {
                    @Field(search = 3, list = 1, required = true) @Column(name = "name") private String name;
                    @Field(list = 2, filter = true) @Column(name = "origin") private String origin;
                }
                """)
            .type("ClientsResource", """
                import javax.ws.rs.Path;
                import org.tenon.sdk.record.Records;
                import org.tenon.sdk.rest.RecordResource;
                @Path("customers")
                public class ClientsResource extends RecordResource<Client> {
                    ClientsResource(Records records) { super(records.of(Client.class)); }
                }
                """)
            .type("ClientsApplication", """
                import java.util.Set;
                import javax.ws.rs.core.Application;
                import org.osgi.service.component.annotations.*;
                import org.osgi.service.jaxrs.whiteboard.propertytypes.*;
                import org.tenon.sdk.record.Records;
                @Component(service = Application.class) @JaxrsName("NAME") @JaxrsApplicationBase("/api/NAME")
                public final class ClientsApplication extends Application {
                    private final Set<Object> resources;
                    @Activate public ClientsApplication(@Reference Records records) { this.resources = Set.of(new ClientsResource(records)); }
                    @Override public Set<Object> getSingletons() { return resources; }
                }
                """)
            .type("ClientsMenu", """
                import java.util.List;
                import org.osgi.service.component.annotations.Component;
                import org.tenon.sdk.shell.*;
                @Component
                public final class ClientsMenu implements MenuContribution {
                    @Override public String area() { return "NAME"; }
                    @Override public List<MenuItem> items() {
                        return List.of(MenuItem.group("NAME", 10, "team"), MenuItem.of("NAME.list", "NAME", 10, "/NAME/customers", "clients.client:read"));
                    }
                }
                """)
            .type("ClientsTakeover", """
                import java.util.*;
                import org.osgi.service.component.annotations.*;
                import org.tenon.sdk.job.JobRun;
                import org.tenon.sdk.plugin.Takeover;
                import org.tenon.sdk.record.*;
                @Component
                public final class ClientsTakeover implements Takeover {
                    private final Records records;
                    @Activate public ClientsTakeover(@Reference Records records) { this.records = records; }
                    @Override public String area() { return "customers"; }
                    @Override public Map<String, Object> run(JobRun run) {
                        long[] done = {((Number) run.state().getOrDefault("done", 0)).longValue()};
                        String[] cursor = {(String) run.state().get("cursor")};
                        boolean[] more = {!Boolean.TRUE.equals(run.state().get("end"))};
                        while (more[0]) {
                            run.step(() -> {
                                RecordPage page = records.of("customers.customer").page(RecordQuery.first(100).sortedBy("createdAt").from(cursor[0]));
                                for (RecordView customer : page.items()) {
                                    records.of(Client.class).create(Map.of("name", customer.json().get("name"), "origin", customer.id().toString()));
                                    done[0]++;
                                }
                                cursor[0] = page.next();
                                more[0] = page.next() != null;
                                Map<String, Object> state = new HashMap<>(Map.of("done", done[0], "end", !more[0]));
                                if (page.next() != null) { state.put("cursor", page.next()); }
                                return new JobRun.Progress(done[0], null, state);
                            });
                        }
                        return Map.of("copied", done[0]);
                    }
                }
                """)
            .file("i18n/clients_en.properties", "area.label=Clients\nmenu.clients=Clients\nmenu.clients.list=Clients\nclient=Client\nclient.plural=Clients\nclient.name=Name\nclient.origin=Origin\n")
            .file("i18n/clients_zh_CN.properties", "area.label=\u5ba2\u6237\nmenu.clients=\u5ba2\u6237\nmenu.clients.list=\u5ba2\u6237\nclient=\u5ba2\u6237\nclient.plural=\u5ba2\u6237\nclient.name=\u540d\u79f0\nclient.origin=\u6765\u6e90\n")
            .file("i18n/clients_zh_TW.properties", "area.label=\u5ba2\u6236\nmenu.clients=\u5ba2\u6236\nmenu.clients.list=\u5ba2\u6236\nclient=\u5ba2\u6236\nclient.plural=\u5ba2\u6236\nclient.name=\u540d\u7a31\nclient.origin=\u4f86\u6e90\n")
            .file("db/V1__clients.sql", """
                CREATE TABLE clients_client (
                  ${owned},
                  name VARCHAR(200) NOT NULL,
                  origin VARCHAR(200)
                );
                CREATE INDEX clients_client_created ON clients_client (created_at DESC, id DESC);
                CREATE INDEX clients_client_oldest ON clients_client (created_at, id);
                """);
    }
}

package org.tenon.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tenon.sdk.record.BaseRecord;
import org.tenon.sdk.record.FieldInfo;
import org.tenon.sdk.record.FieldType;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.record.RecordStore;
import org.tenon.sdk.record.RecordView;
import org.tenon.sdk.record.TypeInfo;
import org.tenon.sdk.rest.Permission;
import org.tenon.sdk.rest.Public;
import org.tenon.sdk.rest.RecordResource;
import org.tenon.sdk.rest.Upload;

class DocumentTest {

    private static final TypeInfo CUSTOMER = new TypeInfo("customers.customer", "customers", "customer", "customers", "/api/customers/customers",
            "customers_customer", "name", "-createdAt", true, fields(), List.of("main"), List.of("merge"), List.of(), null);

    private final JsonNode document = new ObjectMapper().valueToTree(Document.of(
            Map.of("/api/customers", List.of(CustomersResource.class, OthersResource.class), "/api/web", List.of(PlainResource.class)),
            List.of(CUSTOMER)));

    @Path("customers")
    public static class CustomersResource extends RecordResource<BaseRecord> {

        CustomersResource(RecordStore<BaseRecord> records) {
            super(records);
        }

        @POST
        @Path("{id}/merge")
        @Consumes("application/json")
        @Permission("customers.customer:merge")
        public RecordView merge(@PathParam("id") RecordId id, Merge merge) {
            return records.get(id);
        }
    }

    record Merge(RecordId into, @Nullable String reason, List<Choice> choices, BigDecimal weight, Kind kind) {
    }

    record Choice(String field, boolean keep) {
    }

    enum Kind { SOFT, HARD }

    @Path("/others/")
    @Produces("application/json")
    public static class OthersResource {

        @GET
        @Path("{name: [a-z]{2}}")
        @Public("needed before signing in")
        public Map<String, Long> get(@PathParam("name") String name, @QueryParam("deep") boolean deep) {
            return Map.of();
        }

        @GET
        public List<Choice> list() {
            return List.of();
        }

        @DELETE
        @Permission("plugins:manage")
        public void clear() {
        }
    }

    @Path("plain")
    public static class PlainResource {

        @POST
        @Consumes("multipart/form-data")
        @Permission(Permission.MEMBER)
        public Map<String, Object> get(Upload file) {
            return Map.of();
        }
    }

    @Test
    void everyRecordCallIsThere() {
        assertThat(names(path("/api/customers/customers"))).containsExactlyInAnyOrder("get", "post");
        assertThat(names(path("/api/customers/customers/{id}"))).containsExactlyInAnyOrder("get", "patch", "delete");
        for (String rest : List.of("/{id}/restore", "/{id}/timeline", "/{id}/access", "/{id}/merge")) {
            assertThat(path("/api/customers/customers" + rest).isMissingNode()).as(rest).isFalse();
        }
    }

    @Test
    void recordCallsSpeakOfTheirTypesShapes() {
        JsonNode create = path("/api/customers/customers").at("/post");
        assertThat(ref(create.at("/requestBody/content/application~1json/schema"))).isEqualTo("CustomersCustomerCreate");
        assertThat(ref(create.at("/responses/201/content/application~1json/schema"))).isEqualTo("CustomersCustomer");
        JsonNode update = path("/api/customers/customers/{id}").at("/patch");
        assertThat(ref(update.at("/requestBody/content/application~1merge-patch+json/schema"))).isEqualTo("CustomersCustomerPatch");
        assertThat(names(update.at("/responses"))).contains("200", "401", "403", "412", "428", "default");
        assertThat(ref(path("/api/customers/customers").at("/get/responses/200/content/application~1json/schema"))).isEqualTo("CustomersCustomerPage");
        assertThat(ref(path("/api/customers/customers/{id}/merge").at("/post/responses/200/content/application~1json/schema")))
                .isEqualTo("CustomersCustomer");
    }

    @Test
    void everyFieldTypeHasItsShape() {
        JsonNode create = schema("CustomersCustomerCreate");
        assertThat(names(create.at("/properties"))).doesNotContain("createdAt").contains("ownerId", "f0");
        assertThat(create.at("/required")).isEqualTo(new ObjectMapper().valueToTree(List.of("name")));
        assertThat(create.at("/properties/name/maxLength").asInt()).isEqualTo(200);
        assertThat(create.at("/properties/name/nullable").isMissingNode()).isTrue();
        for (FieldType type : FieldType.values()) {
            JsonNode shape = create.at("/properties/f" + type.ordinal());
            assertThat(shape.has("type") || shape.has("allOf")).as(type.name()).isTrue();
            assertThat(shape.at("/nullable").asBoolean()).as(type.name()).isTrue();
        }
        assertThat(schema("CustomersCustomerPatch").has("required")).isFalse();
        assertThat(names(schema("CustomersCustomer").at("/properties"))).contains("id", "version", "createdAt", "_title", "_can");
        assertThat(schema("CustomersCustomer").at("/properties/f" + FieldType.EMAIL.ordinal()).has("format")).as("may be masked").isFalse();
    }

    @Test
    void permissionsAreSaidAndPublicCallsAreOpen() {
        assertThat(path("/api/customers/customers").at("/get/x-permission").asText()).isEqualTo("record");
        assertThat(path("/api/customers/customers/{id}/merge").at("/post/x-permission").asText()).isEqualTo("customers.customer:merge");
        JsonNode open = path("/api/customers/others/{name}").at("/get");
        assertThat(open.at("/security").isArray()).isTrue();
        assertThat(open.at("/security")).isEmpty();
        assertThat(open.at("/x-public").asText()).isEqualTo("needed before signing in");
        assertThat(names(open.at("/responses"))).doesNotContain("401");
        assertThat(path("/api/customers/others").at("/get/x-permission").asText()).isEqualTo("none");
        assertThat(path("/api/customers/others").at("/get").has("security")).isFalse();
    }

    @Test
    void javaRecordsBecomeShapes() {
        JsonNode merge = schema("CustomersMerge");
        assertThat(merge.at("/required")).isEqualTo(new ObjectMapper().valueToTree(List.of("into", "choices", "weight", "kind")));
        assertThat(ref(merge.at("/properties/choices/items"))).isEqualTo("CustomersChoice");
        assertThat(merge.at("/properties/kind/enum")).hasSize(2);
        assertThat(merge.at("/properties/reason/nullable").asBoolean()).isTrue();
    }

    @Test
    void operationIdsAreUniqueAndEveryReferenceLeadsSomewhere() {
        Set<String> ids = new HashSet<>();
        document.get("paths").forEach(path -> path.forEach(operation -> assertThat(ids.add(operation.get("operationId").asText())).isTrue()));
        assertThat(ids).hasSizeGreaterThan(12).contains("customers.customer.list", "customers.customer.merge", "customers.others.get");
        document.findValuesAsText("$ref").forEach(ref -> assertThat(document.at(ref.substring(1)).isMissingNode()).as(ref).isFalse());
    }

    @Test
    void everyParameterOfAPathIsDeclared() {
        document.get("paths").fields().forEachRemaining(path -> path.getValue().forEach(operation -> {
            if (path.getKey().contains("{")) {
                assertThat(operation.at("/parameters").findValuesAsText("in")).as(path.getKey()).contains("path");
            }
        }));
    }

    private JsonNode path(String path) {
        return document.get("paths").path(path);
    }

    private JsonNode schema(String name) {
        return document.at("/components/schemas/" + name);
    }

    private static String ref(JsonNode schema) {
        return schema.path("$ref").asText().replaceAll(".*/", "");
    }

    private static List<String> names(JsonNode node) {
        List<String> names = new java.util.ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static List<FieldInfo> fields() {
        List<FieldInfo> fields = new java.util.ArrayList<>();
        fields.add(field("name", FieldType.TEXT, true, false, 200));
        for (FieldType type : FieldType.values()) {
            fields.add(field("f" + type.ordinal(), type, false, false, 0));
        }
        fields.add(field("ownerId", FieldType.MEMBER, false, false, 0));
        fields.add(field("createdAt", FieldType.DATE_TIME, false, true, 0));
        return fields;
    }

    private static FieldInfo field(String name, FieldType type, boolean required, boolean readOnly, long max) {
        return new FieldInfo(name, type, name, required, readOnly, max, Long.MIN_VALUE, null, null, 0, false, false, 0, false, false, null, false);
    }
}

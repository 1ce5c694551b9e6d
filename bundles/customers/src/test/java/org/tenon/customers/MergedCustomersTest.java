package org.tenon.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.tenon.records.merge.Merges.Part;
import org.tenon.sdk.Kind;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.record.RecordView;
import org.tenon.testkit.BothDatabases;
import org.tenon.testkit.TestDatabase;
import org.tenon.testkit.job.StandaloneJobs;

/** Duplicates and merges of what customers bring: contacts and contact logs follow. */
class MergedCustomersTest {

    private static final String TYPE = "customers.customer";

    /** The whole way: import, search by the declarations of this area, pairs as people see them. A record copied twice makes three pairs. */
    @BothDatabases
    void theDuplicatesOfTheFileAreFoundOnceItIsImported(TestDatabase database) throws IOException {
        JsonNode truth = new ObjectMapper().readTree(SharedData.file("customers-zh/truth.json").toFile());
        byte[] file = Files.readAllBytes(SharedData.file("customers-zh/customers-utf8bom.csv"));
        try (CustomersEngine area = new CustomersEngine(database)) {
            Loading loading = new Loading(area);
            loading.run(loading.begin("customers.csv", file, Map.of("duplicates", "create")));
            StandaloneJobs jobs = new StandaloneJobs(area.engine().tx()).handler(area.engine().duplicateScan());
            area.engine().duplicateDesk().with(jobs);
            area.as(() -> area.engine().duplicateDesk().scan(TYPE));
            area.as(jobs::runAll);
            Set<Set<String>> found = area.engine().db().read(connection -> {
                Set<Set<String>> pairs = new HashSet<>();
                try (var rows = connection.createStatement().executeQuery("SELECT a.number, b.number FROM records_duplicate d"
                        + " JOIN customers_customer a ON a.id = d.left_id JOIN customers_customer b ON b.id = d.right_id")) {
                    while (rows.next()) {
                        pairs.add(Set.of(rows.getString(1), rows.getString(2)));
                    }
                }
                return pairs;
            });
            Set<Set<String>> real = pairs(truth);
            long right = found.stream().filter(real::contains).count();
            double precision = (double) right / found.size();
            double recall = (double) right / real.size();
            System.out.printf("duplicates of imported customers-zh: precision %.4f, recall %.4f (%d found, %d true)%n", precision, recall, found.size(), real.size());
            assertThat(precision).isGreaterThanOrEqualTo(0.97);
            assertThat(recall).isGreaterThanOrEqualTo(0.90);
        }
    }

    private static Set<Set<String>> pairs(JsonNode truth) {
        Map<String, Set<String>> copies = new HashMap<>();
        truth.get("duplicatePairs").forEach(pair -> copies.computeIfAbsent(pair.get(0).asText(), key -> new TreeSet<>(Set.of(key))).add(pair.get(1).asText()));
        Set<Set<String>> pairs = new HashSet<>();
        copies.values().forEach(group -> group.forEach(a -> group.stream().filter(b -> a.compareTo(b) < 0).forEach(b -> pairs.add(Set.of(a, b)))));
        return pairs;
    }

    @BothDatabases
    void contactsAndLogsFollowTheSurvivorAndItsDatesWithThem(TestDatabase database) {
        try (CustomersEngine area = new CustomersEngine(database)) {
            RecordView survivor = area.customer(Map.of("name", "榫卯软件"));
            RecordView other = area.customer(Map.of("name", "榫卯软件有限公司", "level", "A"));
            Map<String, String> party = Map.of("type", TYPE, "id", other.id().toString());
            RecordView person = area.as(() -> area.contacts().create(Map.of("name", "王芳", "party", party, "mainContact", true)));
            RecordView log = area.as(() -> area.logs().create(Map.of("party", party, "contactId", person.id().toString(), "kind", "call", "subject", "报价",
                    "happenedAt", "2026-11-20T02:00:00Z")));
            int version = version(area, other.id());

            assertThatThrownBy(() -> merge(area, survivor, other, version - 1, Map.of())).isInstanceOfSatisfying(TenonException.class,
                    refusal -> assertThat(refusal.kind()).isEqualTo(Kind.STALE));
            assertThat(area.as(() -> area.contacts().get(person.id())).json().get("party")).isEqualTo(party);

            RecordId merge = merge(area, survivor, other, version, Map.of("level", "A"));
            Map<String, String> kept = Map.of("type", TYPE, "id", survivor.id().toString());
            assertThat(area.as(() -> area.contacts().get(person.id())).json()).containsEntry("party", kept).containsEntry("mainContact", true);
            assertThat(area.as(() -> area.logs().get(log.id())).json()).containsEntry("party", kept).containsEntry("contactId", person.id().toString());
            assertThat(area.as(() -> area.customers().get(survivor.id())).json()).containsEntry("level", "A").containsEntry("lastContactAt", "2026-11-20T02:00:00Z");

            area.as(() -> area.engine().merges().undo(merge));
            assertThat(area.as(() -> area.contacts().get(person.id())).json().get("party")).isEqualTo(party);
            assertThat(area.as(() -> area.logs().get(log.id())).json().get("party")).isEqualTo(party);
            assertThat(area.as(() -> area.customers().get(survivor.id())).json()).doesNotContainKeys("level", "lastContactAt");
            assertThat(area.as(() -> area.customers().get(other.id())).json()).containsEntry("level", "A").containsEntry("lastContactAt", "2026-11-20T02:00:00Z");
        }
    }

    @BothDatabases
    void aContactThatIsMergedLeavesItsLogsToTheSurvivor(TestDatabase database) {
        try (CustomersEngine area = new CustomersEngine(database)) {
            RecordView firm = area.customer(Map.of("name", "榫卯软件"));
            Map<String, String> party = Map.of("type", TYPE, "id", firm.id().toString());
            RecordView a = area.as(() -> area.contacts().create(Map.of("name", "王芳", "party", party)));
            RecordView b = area.as(() -> area.contacts().create(Map.of("name", "王方", "party", party)));
            RecordView log = area.as(() -> area.logs().create(Map.of("party", party, "contactId", b.id().toString(), "kind", "call", "subject", "回访")));
            area.as(() -> area.engine().merges().merge("customers.contact", new Part(a.id(), a.version()), List.of(new Part(b.id(), b.version())), Map.of()));
            assertThat(area.as(() -> area.logs().get(log.id())).json()).containsEntry("contactId", a.id().toString());
        }
    }

    private static int version(CustomersEngine area, RecordId id) {
        return area.as(() -> area.customers().get(id)).version();
    }

    private static RecordId merge(CustomersEngine area, RecordView survivor, RecordView other, int version, Map<String, ?> values) {
        return area.as(() -> area.engine().merges().merge(TYPE, new Part(survivor.id(), version(area, survivor.id())),
                List.of(new Part(other.id(), version)), values));
    }
}

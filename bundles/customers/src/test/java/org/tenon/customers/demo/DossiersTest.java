package org.tenon.customers.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tenon.customers.customer.CreditCode;
import org.tenon.customers.demo.Staff.Seller;

class DossiersTest {

    private static final LocalDateTime NOW = LocalDateTime.of(2026, 11, 23, 10, 30);
    private static final Staff STAFF = new Staff(List.of(new Seller("0ZH", "0D1", "zh-CN"), new Seller("0EN", null, "en"), new Seller("0TW", "0D2", "zh-TW")));

    private final List<Dossier> dossiers = invent();

    private static List<Dossier> invent() {
        Dossiers dossiers = new Dossiers(STAFF, NOW);
        List<Dossier> all = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            all.addAll(dossiers.next(50));
        }
        return all;
    }

    @Test
    void theyAreTheSameEveryTime() {
        assertThat(invent()).isEqualTo(dossiers);
    }

    @Test
    void namesNumbersAndDomainsAreTheirOwn() {
        assertThat(values("name")).hasSize(2_000).doesNotHaveDuplicates();
        assertThat(values("number")).doesNotHaveDuplicates();
        assertThat(values("website")).doesNotHaveDuplicates();
    }

    @Test
    void creditCodesAreValidAndOfMainlandCompaniesOnly() {
        assertThat(dossiers).allSatisfy(dossier -> {
            Object code = dossier.company().get("creditCode");
            assertThat(code != null).isEqualTo("CN".equals(dossier.company().get("country")));
            assertThat(code == null || CreditCode.valid((String) code)).isTrue();
        });
        assertThat(values("creditCode").stream().distinct().count()).isGreaterThan(1_300);
    }

    @Test
    void theyComeFromAllOverAndFromEveryLine() {
        assertThat(values("country")).contains("CN", "TW", "US", "DE", "SG");
        assertThat(values("industry").stream().distinct()).hasSizeGreaterThan(15);
        assertThat(values("region").stream().distinct()).hasSizeGreaterThan(25);
        assertThat(dossiers.stream().filter(Dossier::branch).count()).isBetween(50L, 200L);
        assertThat(dossiers.stream().map(dossier -> dossier.owner().member()).distinct()).containsExactlyInAnyOrder("0ZH", "0EN", "0TW");
    }

    @Test
    void traditionalNamesAreWrittenInTraditionalCharacters() {
        assertThat(dossiers.stream().map(Dossier::company).filter(company -> "TW".equals(company.get("country"))).map(company -> (String) company.get("name")))
            .isNotEmpty().allSatisfy(name -> assertThat(name).doesNotContainPattern("[华远凯汇鸿润启锦达丰创腾辉泽图锐联诺为业务网络术机装备设计险贸资赁医药农车电饰讯传质环园术]"));
    }

    @Test
    void whatWasTalkedAboutIsPastAndInOrder() {
        assertThat(dossiers).allSatisfy(dossier -> {
            List<String> times = dossier.talks().stream().map(talk -> (String) talk.get("happenedAt")).toList();
            assertThat(times).isSorted().allSatisfy(time -> assertThat(time).isBetween("2025-11-22", "2026-11-16"));
        });
        List<Object> next = dossiers.stream().flatMap(dossier -> dossier.talks().stream()).map(talk -> talk.get("nextContactAt"))
            .filter(java.util.Objects::nonNull).toList();
        assertThat(next.stream().anyMatch(time -> ((String) time).compareTo("2026-11-23") < 0)).isTrue();
        assertThat(next).hasSizeGreaterThan(500);
    }

    @Test
    void everyCompanyHasOneMainContact() {
        assertThat(dossiers).allSatisfy(dossier -> assertThat(dossier.contacts().stream().filter(contact -> contact.get("mainContact") == Boolean.TRUE)).hasSize(1));
    }

    private Collection<String> values(String field) {
        Stream<Map<String, Object>> companies = dossiers.stream().map(Dossier::company);
        return companies.filter(company -> company.containsKey(field)).map(company -> (String) company.get(field)).toList();
    }
}

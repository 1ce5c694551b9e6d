package org.tenon.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tenon.search.Firms.BOSS;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.search.SearchQuery;
import org.tenon.testkit.BothDatabases;
import org.tenon.testkit.TestDatabase;

class FindingTest {

    private final TestDatabase database;
    @TempDir
    private Path folder;
    private Firms firms;

    FindingTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void open() {
        firms = new Firms(database, folder);
    }

    @AfterEach
    void close() {
        firms.close();
    }

    @BothDatabases
    void aNameIsFoundWhateverWayItIsTyped() {
        long mobile = firms.store("中国移动通信集团");
        long blue = firms.store("深圳市蓝博科技有限公司");
        long tsmc = firms.store("臺灣積體電路製造");
        long bank = firms.store("重庆银行");
        long acme = firms.store("Acme Tools GmbH");
        long mixed = firms.store("3M中国有限公司");
        firms.settle();

        assertThat(firms.words(BOSS, "zgyd")).containsExactly(mobile);
        assertThat(firms.words(BOSS, "zhongguoyid")).containsExactly(mobile);
        assertThat(firms.words(BOSS, "yidong")).containsExactly(mobile);
        assertThat(firms.words(BOSS, "蓝博")).containsExactly(blue);
        assertThat(firms.words(BOSS, "藍博")).containsExactly(blue);
        assertThat(firms.words(BOSS, "lb")).containsExactly(blue);
        assertThat(firms.words(BOSS, "台湾 制造")).containsExactly(tsmc);
        assertThat(firms.words(BOSS, "ＡＣＭＥ")).containsExactly(acme);
        assertThat(firms.words(BOSS, "ool mB")).containsExactly(acme);
        assertThat(firms.words(BOSS, "chongqing")).containsExactly(bank);
        assertThat(firms.words(BOSS, "3mzg")).containsExactly(mixed);
        assertThat(firms.words(BOSS, "蓝博 移动")).isEmpty();
        assertThat(firms.words(BOSS, "博蓝")).isEmpty();
        assertThat(firms.words(BOSS, "  ")).isEmpty();
        assertThat(firms.words(BOSS, "\"*?/\\:(AND [")).isEmpty();
    }

    @BothDatabases
    void whatBeginsSoComesBeforeWhatHoldsIt() {
        long holds = firms.store("北京华为大厦");
        long begins = firms.store("华为技术有限公司");
        long same = firms.store("华为");
        firms.settle();

        assertThat(firms.words(BOSS, "华为")).containsExactly(same, begins, holds);
        assertThat(firms.words(BOSS, "huawei")).containsExactlyInAnyOrder(same, begins, holds);
    }

    @BothDatabases
    void everyKindOfFieldIsLookedIn() {
        long firm = firms.store(Map.of("name", "一", "phones", List.of(Map.of("kind", "office", "value", "+86 (0)21-6358 3907")),
            "emails", List.of(Map.of("kind", "work", "value", "Li.Na@Example.com")), "tags", List.of("重点客户"), "notes", "每年三月续费",
            "article", "<p>战略<b>合作</b>伙伴</p>", "code", "HT-2024-0012"));
        firms.store("二");
        firms.settle();

        assertThat(firms.words(BOSS, "63583907")).containsExactly(firm);
        assertThat(firms.words(BOSS, "021-6358")).containsExactly(firm);
        assertThat(firms.words(BOSS, "na@exam")).containsExactly(firm);
        assertThat(firms.words(BOSS, "重點")).containsExactly(firm);
        assertThat(firms.words(BOSS, "三月")).containsExactly(firm);
        assertThat(firms.words(BOSS, "合作")).containsExactly(firm);
        assertThat(firms.words(BOSS, "三月 6358 na@")).containsExactly(firm);
        assertThat(firms.words(BOSS, "HT-2024")).as("not a field that searches look in").isEmpty();
        assertThat(firms.holding(BOSS, "code", "2024-00")).containsExactly(firm);
        assertThat(firms.holding(BOSS, "phones", "8621 6358")).as("digits in between").isEmpty();
        assertThat(firms.holding(BOSS, "phones", "021-6358")).containsExactly(firm);
        assertThat(firms.holding(BOSS, "name", "三月")).isEmpty();
    }

    @BothDatabases
    void whatIsChangedDeletedAndRestoredIsFollowed() {
        long firm = firms.store("长城汽车");
        firms.settle();
        assertThat(firms.words(BOSS, "长城")).containsExactly(firm);

        firms.change(firm, Map.of("name", "吉利汽车"));
        firms.settle();
        assertThat(firms.words(BOSS, "长城")).isEmpty();
        assertThat(firms.words(BOSS, "吉利")).containsExactly(firm);

        BOSS.run(() -> {
            firms.firms().delete(new RecordId(firm), null);
            return true;
        });
        firms.settle();
        assertThat(firms.words(BOSS, "吉利")).isEmpty();
        SearchQuery bin = SearchQuery.words(Firms.FIRM, "吉利", 10).newest(true);
        assertThat(BOSS.run(() -> firms.search().find(bin).ids())).containsExactly(firm);

        BOSS.run(() -> firms.firms().restore(new RecordId(firm)));
        firms.settle();
        assertThat(firms.words(BOSS, "吉利")).containsExactly(firm);
    }

    @BothDatabases
    void moreThanTheLimitIsSaidAndTheNewestAreKept() {
        firms.store("甲公司");
        long second = firms.store("乙公司");
        long third = firms.store("丙公司");
        firms.settle();

        SearchQuery two = new SearchQuery(Firms.FIRM, "公司", java.util.Set.of("name"), SearchQuery.Manner.CONTAINS, true, false, 2);
        var found = BOSS.run(() -> firms.search().find(two));
        assertThat(found.ids()).containsExactly(third, second);
        assertThat(found.capped()).isTrue();
    }
}

package org.example.loyalty.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.example.loyalty.LoyaltyDictionaries;
import org.example.loyalty.reward.Reward;
import org.example.loyalty.reward.RewardRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.job.Job;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.record.RecordQuery;
import org.tenon.testkit.plugin.PluginEngine;

class LedgerTest {

    @RegisterExtension
    static final PluginEngine ENGINE = PluginEngine.inMemory("loyalty", Account.class, Entry.class, Reward.class).area("customers", StandInCustomer.class)
        .dictionaries(new LoyaltyDictionaries()).rules(new RewardRules());

    private final Ledger ledger = new Ledger(ENGINE.tx(), ENGINE.records(), ENGINE.clock());
    private final Caller seller = ENGINE.member("张伟", "loyalty.account:read", "loyalty.reward:read", "customers.customer:read", "loyalty:redeem");
    private final RecordId customer = ENGINE.system(() -> ENGINE.records().of(StandInCustomer.class).create(Map.of("name", "榫卯木业"))).id();

    private RecordId reward(int points, boolean onOffer) {
        return ENGINE.system(() -> ENGINE.records().of(Reward.class).create(Map.of("name", "茶杯", "points", points, "onOffer", onOffer))).id();
    }

    private Object balance() {
        return seller.run(() -> ledger.account(customer)).orElseThrow().json().get("balance");
    }

    @Test
    void pointsAreEarnedOncePerSource() {
        ledger.earn(customer, 100, "Welcome", "welcome:" + customer);
        ledger.earn(customer, 100, "Welcome", "welcome:" + customer);
        ledger.earn(customer, 10, "Call", "contact:" + customer);
        assertThat(balance()).isEqualTo(110L);
    }

    @Test
    void theLastPointCanBeSpentAndNotOneMore() {
        ledger.earn(customer, 100, "Welcome", "welcome:" + customer);
        RecordId all = reward(100, true);
        assertThat(seller.run(() -> ledger.redeem(customer, all)).json()).containsEntry("balance", 0L);
        assertThatThrownBy(() -> seller.run(() -> ledger.redeem(customer, reward(1, true)))).isInstanceOf(TenonException.class).hasMessageContaining("1 points are needed");
        assertThat(balance()).isEqualTo(0L);
    }

    @Test
    void whatIsNotOnOfferIsRefusedAndNothingIsBooked() {
        ledger.earn(customer, 100, "Welcome", "welcome:" + customer);
        assertThatThrownBy(() -> seller.run(() -> ledger.redeem(customer, reward(10, false)))).hasMessageContaining("not on offer");
        assertThat(balance()).isEqualTo(100L);
    }

    @Test
    void whoMayNotReadTheCustomerCannotSpendItsPoints() {
        ledger.earn(customer, 100, "Welcome", "welcome:" + customer);
        Caller stranger = ENGINE.member("王芳", "loyalty.reward:read", "loyalty:redeem");
        assertThatThrownBy(() -> stranger.run(() -> ledger.redeem(customer, reward(10, true)))).isInstanceOf(TenonException.class);
        assertThat(balance()).isEqualTo(100L);
    }

    @Test
    void pointsExpireAfterAYearButForThoseSpent() {
        ledger.earn(customer, 100, "Welcome", "welcome:" + customer);
        seller.run(() -> ledger.redeem(customer, reward(30, true)));
        ENGINE.clock().forward(Duration.ofDays(365));
        assertThat(ENGINE.run(new Expiry(ledger)).state()).isEqualTo(Job.State.SUCCEEDED);
        assertThat(balance()).isEqualTo(70L);
        ENGINE.clock().forward(Duration.ofDays(1));
        ledger.earn(customer, 5, "Call", "contact:" + customer);
        ENGINE.run(new Expiry(ledger));
        ENGINE.run(new Expiry(ledger));
        assertThat(balance()).isEqualTo(5L);
        Object expired = Map.of("and", List.of(Map.of("==", List.of(Map.of("var", "kind"), "expire")),
            Map.of("==", List.of(Map.of("var", "accountId"), seller.run(() -> ledger.account(customer)).orElseThrow().id().toString()))));
        assertThat(ENGINE.system(() -> ENGINE.records().of(Entry.class).page(RecordQuery.first(10).where(expired))).items()).singleElement()
            .satisfies(line -> assertThat(line.json()).containsEntry("points", -70L));
    }
}

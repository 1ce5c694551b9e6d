package org.example.loyalty;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tenon.testkit.contract.PluginFile;
import org.tenon.testkit.installed.Plugins;
import org.tenon.testkit.installed.Roles;
import org.tenon.testkit.process.Api;
import org.tenon.testkit.process.Await;
import org.tenon.testkit.process.RunningTenon;
import org.tenon.testkit.process.Tenon;

/** The whole life of the plugin in a running Tenon: points earned by what happens among customers, spent, and kept over removal. */
@ExtendWith(RunningTenon.class)
@EnabledIfSystemProperty(named = "tenon.archive", matches = ".+")
class LoyaltyIT {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final Api admin;
    private final Plugins plugins;

    LoyaltyIT(Tenon tenon) {
        this.admin = tenon.admin();
        this.plugins = new Plugins(admin);
    }

    private int balance(String customer) {
        return admin.get("/api/loyalty/customers/" + customer).expect(200).json().get("balance").asInt();
    }

    private String create(String path, Map<String, ?> values) {
        return admin.post(path, values).expect(201).json().get("id").asText();
    }

    @Test
    void pointsAreEarnedSpentAndKeptOverRemoval() {
        plugins.install(PluginFile.path());
        String customer = create("/api/customers/customers", Map.of("name", "榫卯木业"));
        Await.until("the welcome is booked", SOON, () -> balance(customer) == 100);
        create("/api/customers/contact-logs", Map.of("subject", "拜访", "kind", "visit", "party", Map.of("type", "customers.customer", "id", customer)));
        Await.until("the contact is booked", SOON, () -> balance(customer) == 110);

        String cup = create("/api/loyalty/rewards", Map.of("name", "茶杯", "points", 60));
        String redeem = "/api/loyalty/customers/" + customer + "/redeem";
        Api clerk = new Roles(admin).member("clerk", "customers.customer:read", "loyalty.account:read", "loyalty.reward:read", "loyalty:redeem");
        Api reader = new Roles(admin).member("reader", "customers.customer:read", "loyalty.account:read", "loyalty.reward:read");
        reader.post(redeem, Map.of("rewardId", cup)).expect(403);
        assertThat(clerk.post(redeem, Map.of("rewardId", cup)).expect(200).json().get("balance").asInt()).isEqualTo(50);
        clerk.post(redeem, Map.of("rewardId", cup)).expect(409);
        assertThat(balance(customer)).isEqualTo(50);
        assertThat(admin.get("/api/jobs/timers").expect(200).json().findValuesAsText("name")).contains("loyalty.expire");

        plugins.remove("loyalty");
        admin.get("/api/loyalty/rewards").expect(404);
        admin.get("/api/customers/customers/" + customer).expect(200);
        plugins.install(PluginFile.path());
        assertThat(balance(customer)).isEqualTo(50);
        plugins.remove("loyalty");
    }
}

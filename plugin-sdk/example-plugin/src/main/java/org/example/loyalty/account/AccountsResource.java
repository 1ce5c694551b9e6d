package org.example.loyalty.account;

import java.util.HashMap;
import java.util.Map;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import org.example.loyalty.LoyaltyPermissions;
import org.jspecify.annotations.Nullable;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.record.RecordView;
import org.tenon.sdk.rest.Permission;

/** {@code /api/loyalty/customers/{id}}: a customer's points, and spending them. */
@Path("customers/{customer}")
@Produces(MediaType.APPLICATION_JSON)
@Permission(Account.TYPE + ":read")
public final class AccountsResource {

    private final Ledger ledger;

    public AccountsResource(Ledger ledger) {
        this.ledger = ledger;
    }

    /** The customer's balance, and the account behind it: {@code {"balance": 110, "accountId": "0M…"}}. */
    @GET
    public Map<String, @Nullable Object> balance(@PathParam("customer") RecordId customer) {
        return json(ledger.account(customer).orElse(null));
    }

    /** Spends points on a reward: {@code {"rewardId": "0M…"}}. 409 if they do not suffice. */
    @POST
    @Path("redeem")
    @Consumes(MediaType.APPLICATION_JSON)
    @Permission(LoyaltyPermissions.REDEEM)
    public Map<String, @Nullable Object> redeem(@PathParam("customer") RecordId customer, Map<String, Object> body) {
        if (!(body.get("rewardId") instanceof String reward)) {
            throw TenonException.invalid("rewardId", "required", "name the reward");
        }
        return json(ledger.redeem(customer, RecordId.of(reward)));
    }

    private static Map<String, @Nullable Object> json(@Nullable RecordView account) {
        Map<String, @Nullable Object> json = new HashMap<>();
        json.put("balance", account == null ? 0 : account.json().get("balance"));
        json.put("accountId", account == null ? null : account.id().toString());
        return json;
    }
}

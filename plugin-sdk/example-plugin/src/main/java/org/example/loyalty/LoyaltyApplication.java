package org.example.loyalty;

import java.time.Clock;
import java.util.Set;
import javax.ws.rs.Path;
import javax.ws.rs.core.Application;
import org.example.loyalty.account.Account;
import org.example.loyalty.account.AccountsResource;
import org.example.loyalty.account.Entry;
import org.example.loyalty.account.Ledger;
import org.example.loyalty.reward.Reward;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsApplicationBase;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsName;
import org.tenon.sdk.record.Records;
import org.tenon.sdk.rest.RecordResource;
import org.tenon.sdk.tx.Tx;

/** {@code /api/loyalty}: the standard record calls of accounts, entries and rewards, and what one can do with points. */
@Component(service = Application.class)
@JaxrsApplicationBase("/api/loyalty")
@JaxrsName("loyalty")
public final class LoyaltyApplication extends Application {

    private final Set<Object> resources;

    @Activate
    public LoyaltyApplication(@Reference Records records, @Reference Tx tx) {
        this.resources = Set.of(new Accounts(records), new Entries(records), new Rewards(records),
            new AccountsResource(new Ledger(tx, records, Clock.systemDefaultZone())));
    }

    @Override
    public Set<Object> getSingletons() {
        return resources;
    }

    /** {@code /api/loyalty/accounts}. */
    @Path("accounts")
    public static final class Accounts extends RecordResource<Account> {

        Accounts(Records records) {
            super(records.of(Account.class));
        }
    }

    /** {@code /api/loyalty/entries}. */
    @Path("entries")
    public static final class Entries extends RecordResource<Entry> {

        Entries(Records records) {
            super(records.of(Entry.class));
        }
    }

    /** {@code /api/loyalty/rewards}. */
    @Path("rewards")
    public static final class Rewards extends RecordResource<Reward> {

        Rewards(Records records) {
            super(records.of(Reward.class));
        }
    }
}

package org.example.loyalty.account;

import java.time.Clock;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tenon.sdk.Kind;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.record.Change;
import org.tenon.sdk.record.ChangeFeed;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.record.Records;
import org.tenon.sdk.tx.Tx;

/**
 * A rule on another area's records: every new customer is welcomed with points, every contact with one earns some. It follows the change log, so
 * nothing is forgotten while this plugin is stopped, and customers are not slowed down by it.
 */
@Component(service = Earning.class, immediate = true)
public final class Earning implements AutoCloseable {

    static final int WELCOME = 100;
    static final int CONTACT = 10;

    private static final Logger LOG = LoggerFactory.getLogger(Earning.class);

    private final Records records;
    private final Ledger ledger;
    private final AutoCloseable following;

    @Activate
    public Earning(@Reference ChangeFeed feed, @Reference Records records, @Reference Tx tx) {
        this(feed, records, new Ledger(tx, records, Clock.systemDefaultZone()));
    }

    Earning(ChangeFeed feed, Records records, Ledger ledger) {
        this.records = records;
        this.ledger = ledger;
        this.following = feed.follow("loyalty", changes -> changes.forEach(this::reward));
    }

    @Override
    @Deactivate
    public void close() throws Exception {
        following.close();
    }

    private void reward(Change change) {
        if (!change.action().equals("create")) {
            return;
        }
        RecordId id = new RecordId(change.target());
        try {
            switch (change.type()) {
                case "customers.customer" -> ledger.earn(id, WELCOME, "Welcome", "welcome:" + id);
                case "customers.contactLog" -> contacted(id);
                default -> {
                    // Nothing to reward.
                }
            }
        } catch (TenonException e) {
            if (e.kind() != Kind.NOT_FOUND) {
                throw e;
            }
            LOG.debug("change {} earns nothing: {}", change.seq(), e.getMessage());
        }
    }

    private void contacted(RecordId log) {
        Map<String, Object> contact = Caller.system("loyalty").run(() -> records.of("customers.contactLog").get(log)).json();
        if (contact.get("party") instanceof Map<?, ?> party && "customers.customer".equals(party.get("type"))) {
            ledger.earn(RecordId.of(String.valueOf(party.get("id"))), CONTACT, String.valueOf(contact.get("subject")), "contact:" + log);
        }
    }
}

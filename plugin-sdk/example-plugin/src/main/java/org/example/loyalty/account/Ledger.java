package org.example.loyalty.account;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.example.loyalty.reward.Reward;
import org.jspecify.annotations.Nullable;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.record.RecordQuery;
import org.tenon.sdk.record.RecordStore;
import org.tenon.sdk.record.RecordView;
import org.tenon.sdk.record.Records;
import org.tenon.sdk.tx.Tx;

/**
 * Books points. Each booking is one transaction: a line of the ledger, and the balance of its account, which is also what keeps two bookings on one
 * account apart. Safe for all threads.
 */
public final class Ledger {

    private static final int MONTHS = 12;

    private final Tx tx;
    private final Records records;
    private final RecordStore<Account> accounts;
    private final RecordStore<Entry> entries;
    private final RecordStore<Reward> rewards;
    private final Clock clock;

    /** @param clock its zone decides which day points expire on */
    public Ledger(Tx tx, Records records, Clock clock) {
        this.tx = tx;
        this.records = records;
        this.accounts = records.of(Account.class);
        this.entries = records.of(Entry.class);
        this.rewards = records.of(Reward.class);
        this.clock = clock;
    }

    /** A customer's account as the caller may see it; empty before the first points. */
    public Optional<RecordView> account(RecordId customer) {
        return accounts.page(RecordQuery.first(1).where(is("customerId", customer.toString()))).items().stream().findFirst();
    }

    /**
     * Gives points, which can be spent for a year; does nothing if that source has given some already.
     *
     * @param points more than 0
     * @param source what they are for, at most 200 characters
     */
    public void earn(RecordId customer, int points, String reason, String source) {
        system(() -> {
            if (entries.page(RecordQuery.first(1).where(is("source", source))).items().isEmpty()) {
                RecordId account = account(customer).orElseGet(() -> open(customer)).id();
                book(account, "earn", points, reason, source, LocalDate.now(clock).plusMonths(MONTHS));
            }
            return Boolean.TRUE;
        });
    }

    /**
     * Spends points on a reward, oldest first. The caller must be able to read customer, account and reward.
     *
     * @return the account after it, as the caller may see it
     * @throws TenonException CONFLICT if the reward is not on offer or the points do not suffice, NOT_FOUND
     */
    public RecordView redeem(RecordId customer, RecordId chosen) {
        records.of("customers.customer").get(customer);
        rewards.get(chosen);
        Caller buyer = Caller.current();
        return tx.required(() -> {
            Reward reward = system(() -> rewards.find(chosen).orElseThrow());
            if (!reward.onOffer()) {
                throw TenonException.conflict("%s is not on offer".formatted(reward.name()));
            }
            RecordId account = system(() -> account(customer)).orElseThrow(() -> TenonException.conflict("this customer has no points")).id();
            buyer.unlimited().run(() -> {
                book(account, "redeem", -reward.points(), String.valueOf(reward.name()), "redeem:" + RecordId.next(), null);
                spend(account, reward.points());
                return Boolean.TRUE;
            });
            return accounts.get(account);
        });
    }

    /** Takes back up to so many points that can no longer be spent. @return how many lines were dealt with, 0 when none is left */
    int expire(int most) {
        LocalDate today = LocalDate.now(clock);
        Object old = Map.of("and", List.of(is("kind", "earn"), Map.of(">", List.of(Map.of("var", "remaining"), 0)),
            Map.of("<", List.of(Map.of("var", "expires"), today.toString()))));
        List<RecordView> found = entries.page(RecordQuery.first(most).where(old).sortedBy("expires")).items();
        for (RecordView line : found) {
            Entry entry = entries.find(line.id()).orElseThrow();
            int lost = entry.remaining();
            book(new RecordId(entry.account()), "expire", -lost, String.valueOf(line.json().get("reason")), "expire:" + line.id(), null);
            entries.change(line.id(), "update", changed -> changed.use(lost));
        }
        return found.size();
    }

    private RecordView open(RecordId customer) {
        Object name = records.of("customers.customer").get(customer).json().get("name");
        return accounts.create(Map.of("name", String.valueOf(name), "customerId", customer.toString(), "balance", 0));
    }

    private void book(RecordId account, String kind, int points, String reason, String source, @Nullable LocalDate expires) {
        accounts.change(account, "update", changed -> changed.book(points));
        Map<String, Object> values = new HashMap<>(Map.of("accountId", account.toString(), "kind", kind, "points", points, "reason", reason, "source", source,
            "remaining", Math.max(0, points)));
        if (expires != null) {
            values.put("expires", expires.toString());
        }
        entries.create(values);
    }

    private void spend(RecordId account, int points) {
        Object open = Map.of("and", List.of(is("accountId", account.toString()), Map.of(">", List.of(Map.of("var", "remaining"), 0))));
        int left = points;
        while (left > 0) {
            List<RecordView> page = entries.page(RecordQuery.first(RecordQuery.MAX_LIMIT).where(open).sortedBy("expires")).items();
            for (RecordView line : page) {
                int[] used = {0};
                int most = left;
                if (most > 0) {
                    entries.change(line.id(), "update", changed -> used[0] = changed.use(most));
                    left -= used[0];
                }
            }
            if (page.isEmpty()) {
                throw new IllegalStateException("the balance of " + account + " is more than its entries");
            }
        }
    }

    private <T> T system(Supplier<T> work) {
        return Caller.system("loyalty").run(() -> tx.required(work));
    }

    private static Map<String, Object> is(String field, String value) {
        return Map.of("==", List.of(Map.of("var", field), value));
    }
}

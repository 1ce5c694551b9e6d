package org.example.loyalty.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tenon.sdk.record.BaseRecord;
import org.tenon.sdk.record.Field;
import org.tenon.sdk.record.RecordType;

/** A line of the ledger: points that came or went. The sum of an account's lines is its balance. */
@RecordType(area = "loyalty", name = "entry", plural = "entries", title = "reason", follows = "accountId")
@Entity
@Table(name = "loyalty_entry")
public class Entry extends BaseRecord {

    public static final String TYPE = "loyalty.entry";

    @Field(list = 1, search = 1, readOnly = true)
    private @Nullable String reason;

    @Field(list = 2, filter = true, readOnly = true, reference = Account.TYPE)
    @Column(name = "account_id")
    private @Nullable Long accountId;

    @Field(list = 3, filter = true, readOnly = true, dictionary = "loyalty.kind")
    private @Nullable String kind;

    /** Less than 0 when they went. */
    @Field(list = 4, readOnly = true)
    private @Nullable Integer points;

    /** Of points that came: how many are still there. */
    @Field(filter = true, readOnly = true)
    private @Nullable Integer remaining;

    /** The last day they can be spent on. */
    @Field(list = 5, filter = true, sort = true, readOnly = true)
    private @Nullable LocalDate expires;

    /** What they are for, once: a second entry of the same source is refused by the database. */
    @Field(filter = true, readOnly = true)
    private @Nullable String source;

    public int remaining() {
        return remaining == null ? 0 : remaining;
    }

    public long account() {
        return accountId == null ? 0 : accountId;
    }

    /** Spends some of these points. @param most at least 0 @return how many were there to spend */
    int use(int most) {
        int used = Math.min(most, remaining());
        remaining = remaining() - used;
        return used;
    }
}

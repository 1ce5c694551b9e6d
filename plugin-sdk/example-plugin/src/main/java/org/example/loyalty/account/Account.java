package org.example.loyalty.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.record.BaseRecord;
import org.tenon.sdk.record.Field;
import org.tenon.sdk.record.RecordType;

/** A customer's points. Made with the first of them; nobody writes it by hand. */
@RecordType(area = "loyalty", name = "account", plural = "accounts", title = "name", related = "loyalty.entry#accountId")
@Entity
@Table(name = "loyalty_account")
public class Account extends BaseRecord {

    public static final String TYPE = "loyalty.account";

    /** The customer's name when the account was made, so that it can be read while customers are not installed. */
    @Field(list = 1, search = 1, readOnly = true)
    private @Nullable String name;

    @Field(list = 2, filter = true, readOnly = true, reference = "customers.customer")
    @Column(name = "customer_id")
    private @Nullable Long customerId;

    @Field(list = 3, filter = true, sort = true, readOnly = true)
    private @Nullable Integer balance;

    public int balance() {
        return balance == null ? 0 : balance;
    }

    /**
     * Adds points, or takes them away.
     *
     * @throws TenonException CONFLICT if that many are not there
     */
    public void book(int points) {
        int left = balance() + points;
        if (left < 0) {
            throw TenonException.conflict("%d points are needed, there are %d".formatted(-points, balance()));
        }
        balance = left;
    }
}

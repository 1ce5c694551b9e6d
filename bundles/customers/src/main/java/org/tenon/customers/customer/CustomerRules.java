package org.tenon.customers.customer;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.record.Changes;
import org.tenon.sdk.record.Problems;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.record.RecordRules;
import org.tenon.sdk.record.RecordStore;
import org.tenon.sdk.record.Records;

/** What a customer's file must be like. */
@Component(service = RecordRules.class)
public final class CustomerRules implements RecordRules<Customer> {

    /** Deeper groups of companies are refused, which also bounds the walk up. */
    static final int MAX_LEVELS = 20;

    private final RecordStore<Customer> customers;

    @Activate
    public CustomerRules(@Reference Records records) {
        this.customers = records.of(Customer.class);
    }

    @Override
    public Class<Customer> type() {
        return Customer.class;
    }

    @Override
    public void derive(Customer customer, Changes changes) {
        customer.fillIn();
    }

    @Override
    public void validate(Customer customer, Changes changes, Problems problems) {
        String code = customer.creditCode();
        if (code != null && changes.touch("creditCode") && !CreditCode.valid(code)) {
            problems.refuse("creditCode", "creditCode");
        }
        if (changes.touch("parentId") && inCircle(customer)) {
            problems.refuse("parentId", "circle");
        }
    }

    /** Whether the way up from the customer comes back to it, or never ends. Hidden parents count, whoever asks. */
    private boolean inCircle(Customer customer) {
        return Caller.current().unlimited().run(() -> {
            Long above = customer.parentId();
            for (int level = 0; above != null; level++) {
                if (above == customer.id() || level == MAX_LEVELS) {
                    return true;
                }
                above = customers.find(new RecordId(above)).map(Customer::parentId).orElse(null);
            }
            return false;
        });
    }
}

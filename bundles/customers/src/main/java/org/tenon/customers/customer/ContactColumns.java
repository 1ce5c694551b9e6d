package org.tenon.customers.customer;

import java.util.LinkedHashMap;
import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.tenon.sdk.record.ImportCompanion;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.record.RecordRef;

/** The columns 联系人, 手机 and 邮箱 of a file of customers: they make the customer's main contact. */
@Component
public final class ContactColumns implements ImportCompanion {

    @Override
    public String type() {
        return Customer.TYPE;
    }

    @Override
    public String companion() {
        return "customers.contact";
    }

    @Override
    public Map<String, String> columns() {
        return Map.of("name", "import.contact.name", "phones", "import.contact.phones", "emails", "import.contact.emails");
    }

    /** A contact without a name is called by its number or address, as telephones do. */
    @Override
    public Map<String, Object> values(RecordId customer, Map<String, String> cells) {
        Map<String, Object> contact = new LinkedHashMap<>(cells);
        contact.putIfAbsent("name", cells.getOrDefault("phones", cells.get("emails")));
        contact.put("party", Parties.value(new RecordRef(Customer.TYPE, customer.value())));
        contact.put("mainContact", true);
        return contact;
    }
}

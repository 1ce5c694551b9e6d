package org.tenon.customers.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tenon.customers.customer.Customer;
import org.tenon.sdk.identity.Directory;
import org.tenon.sdk.identity.Grants;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.record.RecordPage;
import org.tenon.sdk.record.RecordQuery;
import org.tenon.sdk.record.RecordView;
import org.tenon.sdk.record.Records;

/** The members who look after customers: those who may create some, each for the companies that speak their language. */
final class Staff {

    /**
     * A member and the department that goes with them; ids as text.
     *
     * @param department null for none
     * @param language   null for any
     */
    record Seller(String member, @Nullable String department, @Nullable String language) {

        /** Gives the record to this member. */
        void own(Map<String, Object> values) {
            values.put("ownerId", member);
            if (department != null) {
                values.put("departmentId", department);
            }
        }
    }

    private final List<Seller> sellers;

    Staff(List<Seller> sellers) {
        if (sellers.isEmpty()) {
            throw new IllegalStateException("demo customers need members to look after them");
        }
        this.sellers = List.copyOf(sellers);
    }

    /** @throws IllegalStateException if there are no members at all */
    static Staff of(Records records, Directory directory) {
        List<RecordView> members = members(records);
        List<RecordView> selling = members.stream().filter(member -> sells(directory.grants(member.id().value()))).toList();
        return new Staff((selling.isEmpty() ? members : selling).stream().map(Staff::seller).toList());
    }

    /** One of those who speak the company's language; one of all if nobody does. */
    Seller sellerOf(Company company, Dice dice) {
        String language = switch (company.place().country()) {
            case "CN" -> "zh-CN";
            case "TW" -> "zh-TW";
            default -> "en";
        };
        List<Seller> speaking = sellers.stream().filter(seller -> language.equals(seller.language())).toList();
        return dice.of(speaking.isEmpty() ? sellers : speaking);
    }

    private static List<RecordView> members(Records records) {
        List<RecordView> all = new ArrayList<>();
        String cursor = null;
        do {
            RecordPage page = records.of("identity.member").page(RecordQuery.first(RecordQuery.MAX_LIMIT).from(cursor));
            all.addAll(page.items());
            cursor = page.next();
        } while (cursor != null);
        return all;
    }

    private static boolean sells(Grants grants) {
        return grants.records().stream().anyMatch(grant -> grant.type().equals(Customer.TYPE) && grant.action().equals("create"));
    }

    private static Seller seller(RecordView member) {
        List<?> departments = member.json().get("departmentIds") instanceof List<?> list ? list : List.of();
        String language = member.json().get("locale") instanceof String locale ? locale : null;
        return new Seller(member.id().toString(), departments.isEmpty() ? null : String.valueOf(departments.get(0)), language);
    }
}

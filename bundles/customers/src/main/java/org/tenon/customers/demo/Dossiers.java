package org.tenon.customers.demo;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Invents companies with their people and what was talked about: the same ones every time, with dates around today. */
final class Dossiers {

    private static final long SEED = 20_260_101;
    /** One company in so many is a branch of the one before it. */
    private static final int BRANCH_EVERY = 12;

    private final Dice dice = new Dice(SEED);
    private final Staff staff;
    private final Companies companies;
    private final People people;
    private final Talks talks;

    /** @param now UTC */
    Dossiers(Staff staff, LocalDateTime now) {
        this.staff = staff;
        this.companies = new Companies(dice, now.toLocalDate());
        this.people = new People(dice);
        this.talks = new Talks(dice, now);
    }

    /** The next so many; a branch and its head are always among the same. */
    List<Dossier> next(int count) {
        List<Dossier> some = new ArrayList<>();
        Company head = null;
        while (some.size() < count) {
            boolean branch = head != null && head.place().country().equals("CN") && dice.oneIn(BRANCH_EVERY);
            Company company = branch ? companies.branchOf(head) : companies.next();
            head = branch ? head : company;
            some.add(new Dossier(company.values(), branch, staff.sellerOf(company, dice), contacts(company), talks.about(company)));
        }
        return some;
    }

    private List<Map<String, Object>> contacts(Company company) {
        int count = dice.between(1, 3);
        List<Map<String, Object>> contacts = new ArrayList<>();
        for (int place = 0; place < count; place++) {
            contacts.add(people.next(company, place));
        }
        return contacts;
    }
}

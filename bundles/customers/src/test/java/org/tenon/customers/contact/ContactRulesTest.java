package org.tenon.customers.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tenon.customers.CustomersEngine.assertRefused;
import static org.tenon.customers.CustomersEngine.party;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.tenon.customers.CustomersEngine;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.identity.Grants;
import org.tenon.sdk.job.Job;
import org.tenon.sdk.job.JobHandler;
import org.tenon.sdk.job.JobRun;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.record.RecordView;
import org.tenon.testkit.BothDatabases;
import org.tenon.testkit.TestDatabase;
import org.tenon.testkit.job.StandaloneJobs;

class ContactRulesTest {

    private static final Caller SELLER = new Caller(700, "Seller", Locale.ENGLISH, false, null);

    @BothDatabases
    void theNextBirthdayFollowsFromTheBirthday(TestDatabase database) {
        try (CustomersEngine area = new CustomersEngine(database)) {
            RecordView lunar = area.contact(Map.of("name", "王芳", "birthdayCalendar", "lunar", "birthday", "1985-1-1"));
            assertThat(lunar.json()).containsEntry("birthday", "1985-01-01").containsEntry("nextBirthday", "2027-02-06");
            RecordView changed = area.as(() -> area.contacts().update(lunar.id(), 1, Map.of("birthdayCalendar", "solar")));
            assertThat(changed.json()).containsEntry("nextBirthday", "2027-01-01");
            RecordView plain = area.contact(Map.of("name", "Tom", "birthday", "11-23"));
            assertThat(plain.json()).containsEntry("nextBirthday", "2026-11-23").containsEntry("birthdayCalendar", "solar");
        }
    }

    @BothDatabases
    void aBirthdayThatNeverWasIsRefused(TestDatabase database) {
        try (CustomersEngine area = new CustomersEngine(database)) {
            Map<String, String> values = Map.of("name", "王芳", "birthdayCalendar", "lunarLeap", "birthday", "1985-01-01");
            assertRefused("birthday", "birthday", () -> area.contact(values));
            assertThat(area.all(area.contacts())).isEmpty();
        }
    }

    @BothDatabases
    void pastBirthdaysAreMovedOn(TestDatabase database) {
        try (CustomersEngine area = new CustomersEngine(database)) {
            RecordView today = area.contact(Map.of("name", "A", "birthday", "11-23"));
            RecordView lunar = area.contact(Map.of("name", "B", "birthday", "01-01", "birthdayCalendar", "lunar"));
            RecordView none = area.contact(Map.of("name", "C"));
            Clock later = Clock.offset(CustomersEngine.CLOCK, Duration.ofDays(100));
            PassedBirthdays birthdays = new PassedBirthdays(area.engine().records(), later);
            assertThat(moveOn(area, birthdays)).isEqualTo(2);
            assertThat(moveOn(area, birthdays)).isZero();
            assertThat(area.now(area.contacts(), today)).containsEntry("nextBirthday", "2027-11-23");
            assertThat(area.now(area.contacts(), lunar)).containsEntry("nextBirthday", "2028-01-26");
            assertThat(area.now(area.contacts(), none)).doesNotContainKey("nextBirthday");
        }
    }

    @BothDatabases
    void aPartyHasOneMainContact(TestDatabase database) {
        try (CustomersEngine area = new CustomersEngine(database)) {
            RecordView customer = area.customer(Map.of("name", "A"));
            RecordView elsewhere = area.contact(Map.of("name", "0", "party", party(area.customer(Map.of("name", "B"))), "mainContact", true));
            RecordView first = area.contact(Map.of("name", "1", "party", party(customer), "mainContact", true));
            RecordView second = area.contact(Map.of("name", "2", "party", party(customer), "mainContact", true));
            assertThat(area.now(area.contacts(), first)).containsEntry("mainContact", false);
            assertThat(area.now(area.contacts(), second)).containsEntry("mainContact", true);
            assertThat(area.now(area.contacts(), elsewhere)).containsEntry("mainContact", true);
        }
    }

    @BothDatabases
    void aContactFollowsItsCustomerUnlessSomebodyElseIsNamed(TestDatabase database) {
        try (CustomersEngine area = new CustomersEngine(database)) {
            area.engine().grant(SELLER.memberId(), new Grants(true, List.of(), List.of(), Set.of(), Set.of(), Set.of()), 50L);
            RecordView customer = area.customer(Map.of("name", "A", "ownerId", RecordId.text(900), "departmentId", RecordId.text(90)));
            RecordView followed = SELLER.run(() -> area.contacts().create(Map.of("name", "1", "party", party(customer))));
            assertThat(followed.json()).containsEntry("ownerId", RecordId.text(900)).containsEntry("departmentId", RecordId.text(90));
            RecordView named = SELLER.run(() -> area.contacts().create(Map.of("name", "2", "party", party(customer), "ownerId", RecordId.text(901))));
            assertThat(named.json()).containsEntry("ownerId", RecordId.text(901));
            RecordView alone = SELLER.run(() -> area.contacts().create(Map.of("name", "3")));
            assertThat(alone.json()).containsEntry("ownerId", RecordId.text(700)).containsEntry("departmentId", RecordId.text(50));
        }
    }

    /** One run of the timer. @return how many birthdays it moved on */
    private static long moveOn(CustomersEngine area, PassedBirthdays birthdays) {
        StandaloneJobs jobs = new StandaloneJobs(area.engine().tx()).handler(new JobHandler() {
            @Override
            public String kind() {
                return birthdays.name();
            }

            @Override
            public Map<String, Object> run(JobRun run) {
                return birthdays.run(LocalDateTime.now(ZoneOffset.UTC), run);
            }
        });
        Job ended = area.as(() -> jobs.run(birthdays.name(), "", Map.of()));
        return ((Number) ended.result().get("changed")).longValue();
    }
}

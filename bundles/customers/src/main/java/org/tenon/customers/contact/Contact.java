package org.tenon.customers.contact;

import static jakarta.persistence.FetchType.LAZY;
import static org.tenon.sdk.record.FieldType.EMAILS;
import static org.tenon.sdk.record.FieldType.LONG_TEXT;
import static org.tenon.sdk.record.FieldType.PHONES;
import static org.tenon.sdk.record.FieldType.REGION;
import static org.tenon.sdk.record.FieldType.TAGS;
import static org.tenon.sdk.record.FieldType.URL;
import static org.tenon.sdk.record.Match.ACCOUNT;
import static org.tenon.sdk.record.Match.DATE;
import static org.tenon.sdk.record.Match.PERSON;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tenon.sdk.record.Field;
import org.tenon.sdk.record.OwnedRecord;
import org.tenon.sdk.record.RecordRef;
import org.tenon.sdk.record.RecordType;

/** A person at a customer, a supplier or any other party. */
@RecordType(area = "customers", name = "contact", plural = "contacts", title = "name",
        sections = {"profile", "reach", "accounts", "personal"},
        related = "customers.contactLog#contactId", follows = "party")
@Entity
@Table(name = "customers_contact")
public class Contact extends OwnedRecord {

    /** Full name of the record type. */
    public static final String TYPE = "customers.contact";

    @Field(list = 1, search = 3, required = true, max = 120, duplicateKey = true, match = PERSON)
    private @Nullable String name;

    /** Whom the person works for; null for someone we just know. */
    @Field(list = 2, filter = true, reference = "*", duplicateKey = true)
    @Embedded
    @AttributeOverride(name = "target", column = @Column(name = "party"))
    @AttributeOverride(name = "type", column = @Column(name = "party_type"))
    private @Nullable RecordRef party;

    /** What the person is in dealings with us, which a title does not tell. */
    @Field(list = 3, filter = true, dictionary = "customers.partyRole")
    @Column(name = "party_role")
    private @Nullable String partyRole;

    @Field(list = 4, search = 1, max = 120)
    @Column(name = "job_title")
    private @Nullable String jobTitle;

    @Field(search = 1, max = 120)
    private @Nullable String department;

    /** The one to turn to first; at most one of a party. */
    @Field(filter = true)
    @Column(name = "main_contact")
    private @Nullable Boolean mainContact;

    /** No longer there; kept for what was talked about. */
    @Field(filter = true)
    private @Nullable Boolean inactive;

    @Field(type = TAGS, filter = true, search = 2)
    private @Nullable String tags;

    @Field(type = PHONES, list = 5, search = 1, section = "reach", sensitive = true, duplicateKey = true)
    private @Nullable String phones;

    @Field(type = EMAILS, list = 6, search = 1, section = "reach", sensitive = true, duplicateKey = true)
    private @Nullable String emails;

    @Field(filter = true, section = "reach")
    @Column(name = "do_not_call")
    private @Nullable Boolean doNotCall;

    @Field(type = REGION, filter = true, section = "reach")
    private @Nullable String region;

    @Field(section = "reach", sensitive = true, max = 300)
    private @Nullable String address;

    @Field(section = "reach", max = 20)
    @Column(name = "postal_code")
    private @Nullable String postalCode;

    @Field(section = "accounts", sensitive = true, search = 1, max = 80, duplicateKey = true, match = ACCOUNT)
    private @Nullable String wechat;

    @Field(section = "accounts", sensitive = true, search = 1, max = 20, duplicateKey = true, match = ACCOUNT)
    private @Nullable String qq;

    @Field(section = "accounts", sensitive = true, max = 80)
    private @Nullable String dingtalk;

    @Field(section = "accounts", sensitive = true, max = 80)
    private @Nullable String whatsapp;

    @Field(section = "accounts", sensitive = true, max = 80)
    private @Nullable String line;

    @Field(type = URL, section = "accounts", sensitive = true)
    private @Nullable String linkedin;

    @Field(section = "accounts", sensitive = true)
    @Column(name = "other_account")
    private @Nullable String otherAccount;

    @Field(filter = true, section = "personal", dictionary = "customers.gender")
    private @Nullable String gender;

    @Field(section = "personal", dictionary = "customers.birthdayCalendar")
    @Column(name = "birthday_calendar")
    private @Nullable String birthdayCalendar;

    /** In that calendar, {@code 1985-03-21} or {@code 03-21}. */
    @Field(section = "personal", sensitive = true, max = 10, duplicateKey = true, match = DATE)
    private @Nullable String birthday;

    /** Solar; the server's day decides what is past. */
    @Field(filter = true, sort = true, readOnly = true, section = "personal", sensitive = true)
    @Column(name = "next_birthday")
    private @Nullable LocalDate nextBirthday;

    @Field(search = 1, section = "personal", max = 500)
    private @Nullable String hobbies;

    @Field(type = LONG_TEXT, search = 1, section = "personal")
    @Lob
    @Basic(fetch = LAZY)
    private @Nullable String remark;

    public @Nullable RecordRef party() {
        return RecordRef.orNull(party);
    }

    /** Whoever looks after the customer looks after its people. */
    void follow(OwnedRecord customer) {
        ownedBy(customer.ownerId());
        inDepartment(customer.departmentId());
    }

    boolean strays(OwnedRecord customer) {
        return !Objects.equals(ownerId(), customer.ownerId()) || !Objects.equals(departmentId(), customer.departmentId());
    }

    /** True if both were stored in the same stroke, so that the customer has no other contact yet. */
    boolean storedWith(OwnedRecord customer) {
        return Objects.equals(createdAt(), customer.createdAt());
    }

    boolean isMainContact() {
        return Boolean.TRUE.equals(mainContact);
    }

    void stepDown() {
        mainContact = false;
    }

    /** The birthday; empty if none is stated or it does not exist in its calendar. */
    Optional<Birthday> birthday() {
        return birthday == null ? Optional.empty() : Birthday.parse(Birthday.Calendar.of(birthdayCalendar), birthday);
    }

    boolean misstatesBirthday() {
        return birthday != null && birthday().isEmpty();
    }

    /** Writes the birthday in its one form and finds when it is next. */
    void settleBirthday(LocalDate today) {
        Optional<Birthday> stated = birthday();
        nextBirthday = stated.map(day -> day.next(today)).orElse(null);
        stated.ifPresent(day -> birthday = day.text());
        if (birthday != null && birthdayCalendar == null) {
            birthdayCalendar = "solar";
        }
    }
}

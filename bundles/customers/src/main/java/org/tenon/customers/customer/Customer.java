package org.tenon.customers.customer;

import static jakarta.persistence.FetchType.LAZY;
import static org.tenon.sdk.record.FieldType.EMAILS;
import static org.tenon.sdk.record.FieldType.LONG_TEXT;
import static org.tenon.sdk.record.FieldType.PHONES;
import static org.tenon.sdk.record.FieldType.REGION;
import static org.tenon.sdk.record.FieldType.TAGS;
import static org.tenon.sdk.record.FieldType.URL;
import static org.tenon.sdk.record.Match.ADDRESS;
import static org.tenon.sdk.record.Match.COMPANY;

import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tenon.sdk.record.Field;
import org.tenon.sdk.record.OwnedRecord;
import org.tenon.sdk.record.RecordType;

/** A company or person we do business with, or want to. */
@RecordType(area = "customers", name = "customer", plural = "customers", title = "name",
        sections = {"profile", "contact", "company", "personal"},
        related = {"customers.contact#party", "customers.contactLog#party", "customers.customer#parentId"})
@Entity
@Table(name = "customers_customer")
public class Customer extends OwnedRecord {

    /** Full name of the record type. */
    public static final String TYPE = "customers.customer";

    @Field(list = 1, search = 3, required = true, duplicateKey = true, match = COMPANY)
    private @Nullable String name;

    @Field(search = 3, max = 60)
    @Column(name = "short_name")
    private @Nullable String shortName;

    @Field(search = 2, filter = true, max = 40)
    private @Nullable String number;

    /** Unified social credit code, upper case; of companies registered in mainland China only. */
    @Field(search = 2, filter = true, duplicateKey = true, max = 18)
    @Column(name = "credit_code")
    private @Nullable String creditCode;

    @Field(list = 2, filter = true, dictionary = "customers.type")
    private @Nullable String type;

    @Field(filter = true, dictionary = "customers.status")
    private @Nullable String status;

    @Field(list = 3, filter = true, dictionary = "customers.level")
    private @Nullable String level;

    @Field(list = 4, filter = true, dictionary = "customers.industry")
    private @Nullable String industry;

    @Field(filter = true, dictionary = "customers.source")
    private @Nullable String source;

    @Field(filter = true, reference = TYPE)
    @Column(name = "parent_id")
    private @Nullable Long parentId;

    @Field(type = TAGS, filter = true, search = 2)
    private @Nullable String tags;

    /** UTC; the newest contact log's time. */
    @Field(list = 7, filter = true, readOnly = true)
    @Column(name = "last_contact_at")
    private @Nullable LocalDateTime lastContactAt;

    /** UTC; what the contact logs agreed on last, null once it is over. */
    @Field(list = 8, filter = true, sort = true, readOnly = true)
    @Column(name = "next_contact_at")
    private @Nullable LocalDateTime nextContactAt;

    @Field(type = PHONES, list = 6, search = 1, section = "contact", sensitive = true, duplicateKey = true)
    private @Nullable String phones;

    @Field(type = EMAILS, search = 1, section = "contact", sensitive = true, duplicateKey = true)
    private @Nullable String emails;

    @Field(type = URL, search = 1, section = "contact")
    private @Nullable String website;

    @Field(filter = true, section = "contact", dictionary = "customers.country")
    private @Nullable String country;

    @Field(type = REGION, list = 5, filter = true, section = "contact")
    private @Nullable String region;

    @Field(search = 1, section = "contact", max = 300, duplicateKey = true, match = ADDRESS)
    private @Nullable String address;

    @Field(section = "contact", max = 20)
    @Column(name = "postal_code")
    private @Nullable String postalCode;

    @Field(section = "company", min = 0, max = 10_000_000)
    private @Nullable Integer employees;

    @Field(filter = true, section = "company")
    private @Nullable LocalDate founded;

    /** In units of 10,000 CNY, as business licences state it. */
    @Field(section = "company", min = 0, max = 100_000_000_000L)
    @Column(name = "registered_capital")
    private @Nullable BigDecimal registeredCapital;

    /** How they like to be dealt with: habits, preferences, house rules. */
    @Field(type = LONG_TEXT, search = 1, section = "personal")
    @Lob
    @Basic(fetch = LAZY)
    private @Nullable String preferences;

    @Field(type = LONG_TEXT, search = 1, section = "personal")
    @Lob
    @Basic(fetch = LAZY)
    private @Nullable String remark;

    public @Nullable LocalDateTime lastContactAt() {
        return lastContactAt;
    }

    public @Nullable LocalDateTime nextContactAt() {
        return nextContactAt;
    }

    /** Notes down when we last talked and when we shall next; both UTC, null for never and for nothing agreed. */
    public void contacted(@Nullable LocalDateTime last, @Nullable LocalDateTime next) {
        lastContactAt = last;
        nextContactAt = next;
    }

    @Nullable String creditCode() {
        return creditCode;
    }

    @Nullable Long parentId() {
        return parentId;
    }

    /** Fills what people leave empty: who is entered by hand or from a file is a customer we deal with. */
    void fillIn() {
        type = type == null ? "customer" : type;
        status = status == null ? "active" : status;
        creditCode = creditCode == null ? null : creditCode.strip().toUpperCase(Locale.ROOT);
    }
}

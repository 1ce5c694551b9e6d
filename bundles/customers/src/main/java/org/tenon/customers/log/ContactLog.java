package org.tenon.customers.log;

import static jakarta.persistence.FetchType.LAZY;
import static org.tenon.sdk.record.FieldType.LONG_TEXT;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.tenon.sdk.record.Field;
import org.tenon.sdk.record.OwnedRecord;
import org.tenon.sdk.record.RecordRef;
import org.tenon.sdk.record.RecordType;

/** One dealing with a party: a call, a visit, a mail. */
@RecordType(area = "customers", name = "contactLog", plural = "contact-logs", title = "subject", defaultSort = "-happenedAt",
        follows = "party")
@Entity
@Table(name = "customers_contact_log")
public class ContactLog extends OwnedRecord {

    /** Full name of the record type. */
    public static final String TYPE = "customers.contactLog";

    private static final int SUBJECT_FROM_CONTENT = 60;

    /** UTC; now unless said otherwise, never in the future. */
    @Field(list = 1, filter = true, sort = true)
    @Column(name = "happened_at")
    private @Nullable LocalDateTime happenedAt;

    /** Follows from the contact where only that is named. */
    @Field(list = 2, filter = true, reference = "*")
    @Embedded
    @AttributeOverride(name = "target", column = @Column(name = "party"))
    @AttributeOverride(name = "type", column = @Column(name = "party_type"))
    private @Nullable RecordRef party;

    @Field(list = 3, filter = true, reference = "customers.contact")
    @Column(name = "contact_id")
    private @Nullable Long contactId;

    @Field(list = 4, filter = true, required = true, dictionary = "customers.logKind")
    private @Nullable String kind;

    @Field(filter = true, dictionary = "customers.direction")
    private @Nullable String direction;

    /** The content's first line where left empty. */
    @Field(list = 5, search = 3)
    private @Nullable String subject;

    @Field(type = LONG_TEXT, search = 1)
    @Lob
    @Basic(fetch = LAZY)
    private @Nullable String content;

    @Field(list = 6, filter = true, dictionary = "customers.logResult")
    private @Nullable String result;

    /** UTC; when to talk again. */
    @Field(list = 7, filter = true)
    @Column(name = "next_contact_at")
    private @Nullable LocalDateTime nextContactAt;

    @Nullable LocalDateTime happenedAt() {
        return happenedAt;
    }

    @Nullable RecordRef party() {
        return RecordRef.orNull(party);
    }

    @Nullable Long contactId() {
        return contactId;
    }

    @Nullable String subject() {
        return subject;
    }

    @Nullable LocalDateTime nextContactAt() {
        return nextContactAt;
    }

    void with(@Nullable RecordRef itsParty) {
        party = itsParty;
    }

    /** Fills what people leave empty. @param now UTC */
    void fillIn(LocalDateTime now) {
        happenedAt = happenedAt == null ? now : happenedAt;
        if (subject == null && content != null) {
            String line = content.strip().lines().findFirst().orElse("");
            subject = line.codePointCount(0, line.length()) <= SUBJECT_FROM_CONTENT
                ? line
                : line.substring(0, line.offsetByCodePoints(0, SUBJECT_FROM_CONTENT)) + "…";
        }
    }
}

package org.tenon.persistence.sample;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.tenon.sdk.record.Money;
import org.tenon.sdk.record.OwnedRecord;

@Entity
@Table(name = "notes_note")
public class Note extends OwnedRecord {

    private String subject;

    @Lob
    @Basic(fetch = FetchType.LAZY)
    private String body;

    private String extras;
    private Boolean urgent;
    private LocalDate due;

    @Embedded
    @AttributeOverride(name = "amount", column = @Column(name = "price_amount"))
    @AttributeOverride(name = "currency", column = @Column(name = "price_currency"))
    private Money price;

    public void write(String text, String longText, Money cost) {
        subject = text;
        body = longText;
        price = cost;
        urgent = true;
        due = LocalDate.of(2026, 11, 23);
        extras = "{}";
    }

    public String subject() {
        return subject;
    }

    public String body() {
        return body;
    }

    public Money price() {
        return price;
    }

    public Boolean urgent() {
        return urgent;
    }
}

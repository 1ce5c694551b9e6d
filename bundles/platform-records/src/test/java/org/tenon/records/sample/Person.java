package org.tenon.records.sample;

import static org.tenon.sdk.record.Match.ADDRESS;
import static org.tenon.sdk.record.Match.CODE;
import static org.tenon.sdk.record.Match.PERSON;
import static org.tenon.sdk.record.Match.TEXT;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.tenon.sdk.record.Field;
import org.tenon.sdk.record.FieldType;
import org.tenon.sdk.record.Match;
import org.tenon.sdk.record.OwnedRecord;
import org.tenon.sdk.record.RecordType;

/** A person as registers have them; every field is compared. */
@Entity
@Table(name = "sample_person")
@RecordType(area = "sample", name = "person", plural = "people", title = "name")
public class Person extends OwnedRecord {

    @Field(duplicateKey = true, match = PERSON)
    private String name;

    @Field(duplicateKey = true, match = ADDRESS)
    private String address;

    @Field(duplicateKey = true, match = TEXT)
    private String suburb;

    @Field(duplicateKey = true, match = TEXT)
    private String postcode;

    @Field(duplicateKey = true, match = Match.DATE)
    private String born;

    @Field(duplicateKey = true, match = CODE)
    private String number;

    @Field(type = FieldType.PHONES, duplicateKey = true)
    private String phones;

    @Field(type = FieldType.EMAILS, duplicateKey = true)
    private String emails;
}

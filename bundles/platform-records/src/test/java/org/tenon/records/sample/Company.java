package org.tenon.records.sample;

import static org.tenon.sdk.record.Match.ADDRESS;
import static org.tenon.sdk.record.Match.COMPANY;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.tenon.sdk.record.Field;
import org.tenon.sdk.record.FieldType;
import org.tenon.sdk.record.OwnedRecord;
import org.tenon.sdk.record.RecordType;

/** A company as address books have them. */
@Entity
@Table(name = "sample_company")
@RecordType(area = "sample", name = "company", plural = "companies", title = "name", related = "sample.company#parentId")
public class Company extends OwnedRecord {

    @Field(required = true, duplicateKey = true, match = COMPANY)
    private String name;

    @Field(duplicateKey = true)
    private String code;

    @Field(type = FieldType.PHONES, duplicateKey = true)
    private String phones;

    @Field(type = FieldType.EMAILS, duplicateKey = true)
    private String emails;

    @Field(duplicateKey = true, match = ADDRESS)
    private String address;

    @Field(reference = "sample.company")
    @Column(name = "parent_id")
    private Long parentId;

    @Field(type = FieldType.REFERENCES, reference = "sample.company")
    private String partners;

    @Field(type = FieldType.TAGS)
    private String tags;

    @Field
    private Integer staff;
}

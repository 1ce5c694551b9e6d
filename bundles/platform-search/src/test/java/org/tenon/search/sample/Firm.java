package org.tenon.search.sample;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.tenon.sdk.record.Field;
import org.tenon.sdk.record.FieldType;
import org.tenon.sdk.record.OwnedRecord;
import org.tenon.sdk.record.RecordType;

/** A firm. */
@Entity
@Table(name = "sample_firm")
@RecordType(area = "sample", name = "firm", plural = "firms", title = "name")
public class Firm extends OwnedRecord {

    @Field(required = true, search = 3, list = 1)
    private String name;

    @Field(search = 2, list = 2)
    @Column(name = "short_name")
    private String shortName;

    @Field
    private String code;

    @Field(type = FieldType.LONG_TEXT, search = 1)
    private String notes;

    @Field(type = FieldType.RICH_TEXT, search = 1)
    private String article;

    @Field(type = FieldType.PHONES, search = 1, sensitive = true)
    private String phones;

    @Field(type = FieldType.EMAILS, search = 1)
    private String emails;

    @Field(type = FieldType.TAGS, search = 2)
    private String tags;
}

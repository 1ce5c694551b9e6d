package org.tenon.records.query;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.tenon.sdk.record.Field;
import org.tenon.sdk.record.FieldType;
import org.tenon.sdk.record.Money;
import org.tenon.sdk.record.OwnedRecord;
import org.tenon.sdk.record.RecordRef;
import org.tenon.sdk.record.RecordType;

/** A record with a field of every type. Read by SQL only, so it needs no enhancing. */
@RecordType(area = "test", name = "thing", plural = "things", title = "name", actions = "close", sections = {"main", "more"})
@Entity
@Table(name = "test_thing")
@SuppressWarnings("unused")
class Thing extends OwnedRecord {

    @Field(list = 1)
    private String name;
    @Field(type = FieldType.LONG_TEXT, section = "more")
    private String note;
    @Field(dictionary = "test.industry", filter = true, list = 2, sort = true)
    private String industry;
    @Field(filter = true, sort = true)
    @Column(name = "head_count")
    private Long size;
    @Field(sort = true)
    private BigDecimal score;
    @Field(sort = true)
    @AttributeOverride(name = "amount", column = @Column(name = "revenue"))
    @AttributeOverride(name = "currency", column = @Column(name = "revenue_currency"))
    private Money revenue;
    @Field
    private Boolean active;
    @Field(sort = true)
    private LocalDate founded;
    @Field
    private LocalTime opens;
    @Field(sort = true)
    private LocalDateTime contactedAt;
    @Field(reference = "test.thing")
    private Long parentId;
    @Field(reference = "*")
    @AttributeOverride(name = "target", column = @Column(name = "about"))
    @AttributeOverride(name = "type", column = @Column(name = "about_type"))
    private RecordRef about;
    @Field(type = FieldType.PHONE)
    private String phone;
    @Field(type = FieldType.EMAIL)
    private String email;
    @Field(type = FieldType.URL)
    private String site;
    @Field(type = FieldType.REGION)
    private String region;
    @Field(type = FieldType.MULTI_CHOICE, dictionary = "test.interest")
    private String interests;
    @Field(type = FieldType.REFERENCES, reference = "test.thing")
    private String partners;
    @Field(type = FieldType.PHONES)
    private String phones;
    @Field(type = FieldType.EMAILS)
    private String emails;
    @Field(type = FieldType.TAGS)
    private String tags;
}

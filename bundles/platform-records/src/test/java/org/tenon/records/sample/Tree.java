package org.tenon.records.sample;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.tenon.sdk.record.Field;
import org.tenon.sdk.record.FieldType;
import org.tenon.sdk.record.Money;
import org.tenon.sdk.record.RecordRef;
import org.tenon.sdk.record.RecordType;

/** Has a field of every type. */
@Entity
@Table(name = "sample_tree")
@RecordType(area = "sample", name = "tree", plural = "trees", title = "name", actions = "fell", related = "sample.leaf#tree")
public class Tree extends Grown {

    @Field(required = true, list = 1, max = 40)
    private String name;

    @Field
    private String code;

    @Field(type = FieldType.LONG_TEXT)
    private String notes;

    @Field(type = FieldType.RICH_TEXT)
    private String article;

    @Field(min = 0, max = 5000)
    private Long age;

    @Field(filter = true, sort = true)
    private Integer rings;

    @Field(min = 0)
    private BigDecimal height;

    @Field
    @Embedded
    @AttributeOverride(name = "amount", column = @Column(name = "price"))
    @AttributeOverride(name = "currency", column = @Column(name = "price_currency"))
    private Money price;

    @Field
    private Boolean evergreen;

    @Field
    private boolean tall;

    @Field
    private LocalDate planted;

    @Field
    private LocalTime watered;

    @Field
    private LocalDateTime seen;

    @Field(dictionary = "sample.kind")
    private String kind;

    @Field(type = FieldType.MULTI_CHOICE, dictionary = "sample.use")
    private String uses;

    @Field(reference = "sample.tree")
    private Long parent;

    @Field(reference = "*")
    @Embedded
    @AttributeOverride(name = "type", column = @Column(name = "about_type"))
    @AttributeOverride(name = "target", column = @Column(name = "about"))
    private RecordRef about;

    @Field(type = FieldType.REFERENCES, reference = "sample.tree")
    private String siblings;

    @Field(type = FieldType.MEMBER)
    private Long keeper;

    @Field(type = FieldType.DEPARTMENT)
    private Long station;

    @Field(type = FieldType.PHONE)
    private String phone;

    @Field(type = FieldType.EMAIL)
    private String email;

    @Field(type = FieldType.PHONES, sensitive = true)
    private String phones;

    @Field(type = FieldType.EMAILS)
    private String emails;

    @Field(type = FieldType.URL)
    private String site;

    @Field(type = FieldType.REGION)
    private String region;

    @Field(type = FieldType.TAGS)
    private String tags;

    @Field(readOnly = true)
    @Column(name = "felled_at")
    private LocalDateTime felledAt;

    public String name() {
        return name;
    }

    public String code() {
        return code;
    }

    public boolean tall() {
        return tall;
    }

    public LocalDateTime felledAt() {
        return felledAt;
    }

    public void fell(LocalDateTime at) {
        felledAt = at;
    }

    public void name(String text) {
        name = text;
    }

    public Long age() {
        return age;
    }

    public void age(Long years) {
        age = years;
    }
}

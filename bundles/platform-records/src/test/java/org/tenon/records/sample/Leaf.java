package org.tenon.records.sample;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.tenon.sdk.record.Field;
import org.tenon.sdk.record.FieldType;
import org.tenon.sdk.record.OwnedRecord;
import org.tenon.sdk.record.RecordType;

/** Belongs to a tree. */
@Entity
@Table(name = "sample_leaf")
@RecordType(area = "sample", name = "leaf", plural = "leaves", title = "name", follows = "tree")
public class Leaf extends OwnedRecord {

    @Field(required = true)
    private String name;

    @Field(reference = "sample.tree", required = true)
    private Long tree;

    @Field(type = FieldType.PHONES)
    private String phones;

    @Field(type = FieldType.EMAILS)
    private String emails;

    public String name() {
        return name;
    }

    public Long tree() {
        return tree;
    }
}

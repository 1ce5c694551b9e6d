package org.tenon.search.sample;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.tenon.sdk.record.BaseRecord;
import org.tenon.sdk.record.Field;
import org.tenon.sdk.record.RecordType;

/** Belongs to nobody. */
@Entity
@Table(name = "sample_town")
@RecordType(area = "sample", name = "town", plural = "towns", title = "name")
public class Town extends BaseRecord {

    @Field(required = true)
    private String name;
}

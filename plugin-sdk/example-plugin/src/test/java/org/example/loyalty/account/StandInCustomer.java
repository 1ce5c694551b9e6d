package org.example.loyalty.account;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;
import org.tenon.sdk.record.BaseRecord;
import org.tenon.sdk.record.Field;
import org.tenon.sdk.record.RecordType;

/** Stands in for the customers of another area, which tests of this plugin have no need of. */
@RecordType(area = "customers", name = "customer", plural = "customers", title = "name")
@Entity
@Table(name = "customers_customer")
public class StandInCustomer extends BaseRecord {

    @Field(list = 1)
    private @Nullable String name;
}

package org.tenon.persistence.swap.south;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import org.tenon.sdk.record.Money;
import org.tenon.sdk.record.OwnedRecord;

@Entity
@Table(name = "south_pallet")
public class Pallet extends OwnedRecord {

    @Embedded
    @AttributeOverride(name = "amount", column = @Column(name = "price_amount"))
    @AttributeOverride(name = "currency", column = @Column(name = "price_currency"))
    private Money price = new Money(BigDecimal.TEN, "CNY");
}

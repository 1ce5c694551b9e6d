package org.tenon.sdk.record;

import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** An amount of a currency. Replaced whole, never changed in place. Columns: {@code numeric(19,4)} and {@code char(3)}, named by attribute overrides. */
@Embeddable
public class Money {

    private BigDecimal amount;
    private String currency;

    protected Money() {
        this(BigDecimal.ZERO, "CNY");
    }

    /**
     * @param amount   rounded half up to scale 4; absolute value below 10^15
     * @param currency ISO 4217, three capital letters
     */
    public Money(BigDecimal amount, String currency) {
        this.amount = amount.setScale(4, RoundingMode.HALF_UP);
        this.currency = currency;
    }

    public BigDecimal amount() {
        return amount;
    }

    public String currency() {
        return currency;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Money money && amount.compareTo(money.amount) == 0 && currency.equals(money.currency);
    }

    @Override
    public int hashCode() {
        return 31 * amount.stripTrailingZeros().hashCode() + currency.hashCode();
    }

    @Override
    public String toString() {
        return amount.toPlainString() + " " + currency;
    }
}

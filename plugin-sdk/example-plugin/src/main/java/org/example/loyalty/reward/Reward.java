package org.example.loyalty.reward;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;
import org.tenon.sdk.record.BaseRecord;
import org.tenon.sdk.record.Field;
import org.tenon.sdk.record.RecordType;

/** Something customers get for their points. */
@RecordType(area = "loyalty", name = "reward", plural = "rewards", title = "name")
@Entity
@Table(name = "loyalty_reward")
public class Reward extends BaseRecord {

    public static final String TYPE = "loyalty.reward";

    @Field(list = 1, search = 1, required = true, max = 120)
    private @Nullable String name;

    /** What it costs, in points. */
    @Field(list = 2, filter = true, sort = true, required = true, min = 1, max = 1_000_000)
    private @Nullable Integer points;

    @Field(list = 3, filter = true)
    @Column(name = "on_offer")
    private @Nullable Boolean onOffer;

    public @Nullable String name() {
        return name;
    }

    public int points() {
        return points == null ? 0 : points;
    }

    public boolean onOffer() {
        return Boolean.TRUE.equals(onOffer);
    }

    /** A new reward is on offer unless somebody says that it is not. */
    void fillIn() {
        onOffer = onOffer == null || onOffer;
    }
}

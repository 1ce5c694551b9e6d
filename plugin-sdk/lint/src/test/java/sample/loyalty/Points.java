package sample.loyalty;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.tenon.sdk.record.RecordType;

/** A record type as it should be. */
@RecordType(area = "loyalty", name = "points", plural = "points", title = "name", actions = "redeem")
@Entity
@Table(name = "loyalty_points")
public class Points {
}

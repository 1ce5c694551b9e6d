package sample.loyalty;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.tenon.sdk.record.RecordType;

/** A record type that claims another area and its table. */
@RecordType(area = "customers", name = "points", plural = "points", title = "name")
@Entity
@Table(name = "customers_points")
public class StrayPoints {
}

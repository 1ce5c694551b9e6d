package org.tenon.persistence.swap.north;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.tenon.sdk.record.BaseRecord;

/** New in version 1.1 of the area. */
@Entity
@Table(name = "north_label")
public class Label extends BaseRecord {
}

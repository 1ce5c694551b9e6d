package org.tenon.persistence.swap.north;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.tenon.sdk.record.OwnedRecord;

@Entity
@Table(name = "north_crate")
public class Crate extends OwnedRecord {
}

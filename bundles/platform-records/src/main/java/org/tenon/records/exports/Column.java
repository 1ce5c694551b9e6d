package org.tenon.records.exports;

import org.tenon.records.model.FieldModel;

/** A column of an export. @param header as it stands in the first row */
record Column(FieldModel field, String header) {
}

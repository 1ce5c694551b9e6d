/** Reading: conditions, policy, order and pages as SQL; rows as views. */
@NullMarked
package org.tenon.records.query;

import org.jspecify.annotations.NullMarked;

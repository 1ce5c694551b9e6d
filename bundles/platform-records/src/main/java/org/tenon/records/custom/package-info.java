/** Fields that administrators add to record types at run time. */
@NullMarked
package org.tenon.records.custom;

import org.jspecify.annotations.NullMarked;

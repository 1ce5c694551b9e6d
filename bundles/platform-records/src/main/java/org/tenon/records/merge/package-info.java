/** Makes one record of several: values, every reference to them, their team; and takes that back. */
@NullMarked
package org.tenon.records.merge;

import org.jspecify.annotations.NullMarked;

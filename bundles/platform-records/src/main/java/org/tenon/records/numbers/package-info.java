/** Automatic numbers. */
@NullMarked
package org.tenon.records.numbers;

import org.jspecify.annotations.NullMarked;

/** {@code /api/records}: what the shell needs to know of record types. */
@NullMarked
package org.tenon.records.rest;

import org.jspecify.annotations.NullMarked;

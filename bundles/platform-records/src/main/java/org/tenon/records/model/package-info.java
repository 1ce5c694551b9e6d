/** The record types of the installed areas, found in their persistence units. */
@NullMarked
package org.tenon.records.model;

import org.jspecify.annotations.NullMarked;

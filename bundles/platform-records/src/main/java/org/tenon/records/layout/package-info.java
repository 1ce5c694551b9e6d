/** How the fields of record types stand in forms and on record pages. */
@NullMarked
package org.tenon.records.layout;

import org.jspecify.annotations.NullMarked;

/** Files that belong to records. */
@NullMarked
package org.tenon.records.attachments;

import org.jspecify.annotations.NullMarked;

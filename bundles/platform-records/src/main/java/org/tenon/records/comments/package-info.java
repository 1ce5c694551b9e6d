/** What members say about records, and whom they mention. */
@NullMarked
package org.tenon.records.comments;

import org.jspecify.annotations.NullMarked;

/** Export of whole lists as CSV and XLSX, in the background, page by page under the submitter's policy. */
@NullMarked
package org.tenon.records.exports;

import org.jspecify.annotations.NullMarked;

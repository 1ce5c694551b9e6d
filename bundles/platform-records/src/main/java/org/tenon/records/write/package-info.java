/** Writing: values from JSON, rules, history, the recycle bin. Every write of a record goes through here, whichever way it came. */
@NullMarked
package org.tenon.records.write;

import org.jspecify.annotations.NullMarked;

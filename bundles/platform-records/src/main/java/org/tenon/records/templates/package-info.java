/** Templates of messages, mails and prints, filled from records. */
@NullMarked
package org.tenon.records.templates;

import org.jspecify.annotations.NullMarked;

/** The change log: written with each change, numbered and sealed after the commit, followed by cursors, shown as a record's timeline. */
@NullMarked
package org.tenon.records.log;

import org.jspecify.annotations.NullMarked;

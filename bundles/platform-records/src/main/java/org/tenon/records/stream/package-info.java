/** A record's timeline: changes, comments, files and related records, merged by time. */
@NullMarked
package org.tenon.records.stream;

import org.jspecify.annotations.NullMarked;

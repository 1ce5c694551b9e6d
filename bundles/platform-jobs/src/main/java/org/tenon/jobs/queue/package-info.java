/** The queue as it lies in the database. */
@NullMarked
package org.tenon.jobs.queue;

import org.jspecify.annotations.NullMarked;

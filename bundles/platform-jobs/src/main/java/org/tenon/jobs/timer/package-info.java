/** Timers: jobs that are submitted at set times, by whichever node is first. */
@NullMarked
package org.tenon.jobs.timer;

import org.jspecify.annotations.NullMarked;

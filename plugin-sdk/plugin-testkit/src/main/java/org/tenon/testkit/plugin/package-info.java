/** A plugin on the real record engine in this very process: rules, services, jobs and timers, with a clock and callers of one's own. */
@NullMarked
package org.tenon.testkit.plugin;

import org.jspecify.annotations.NullMarked;

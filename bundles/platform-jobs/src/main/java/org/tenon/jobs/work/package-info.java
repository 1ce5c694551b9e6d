/** Working the queue off: workers, leases, retries. */
@NullMarked
package org.tenon.jobs.work;

import org.jspecify.annotations.NullMarked;

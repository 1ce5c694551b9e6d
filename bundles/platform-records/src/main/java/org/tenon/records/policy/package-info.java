/** Row and field policy: the one place that decides. */
@NullMarked
package org.tenon.records.policy;

import org.jspecify.annotations.NullMarked;

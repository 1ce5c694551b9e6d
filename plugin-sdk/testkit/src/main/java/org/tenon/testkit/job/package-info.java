/** Background jobs without a container. */
@NullMarked
package org.tenon.testkit.job;

import org.jspecify.annotations.NullMarked;

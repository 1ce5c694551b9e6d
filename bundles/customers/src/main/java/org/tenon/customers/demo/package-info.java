/** Two thousand believable customers for a try-out, the same ones every time. */
@NullMarked
package org.tenon.customers.demo;

import org.jspecify.annotations.NullMarked;

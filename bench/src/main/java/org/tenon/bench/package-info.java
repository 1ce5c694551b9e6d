/** Measures a running Tenon against the budgets of its design. */
@NullMarked
package org.tenon.bench;

import org.jspecify.annotations.NullMarked;

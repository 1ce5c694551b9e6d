/** What was talked about with a party, when, and when to talk again. */
@NullMarked
package org.tenon.customers.log;

import org.jspecify.annotations.NullMarked;

/** The customer's file: who they are, where they sit, what they are worth to us. */
@NullMarked
package org.tenon.customers.customer;

import org.jspecify.annotations.NullMarked;

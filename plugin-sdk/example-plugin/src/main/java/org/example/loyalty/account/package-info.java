/** How many points a customer has, and how it came to that. */
@NullMarked
package org.example.loyalty.account;

import org.jspecify.annotations.NullMarked;

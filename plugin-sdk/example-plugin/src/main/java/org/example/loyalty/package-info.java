/** Loyalty points: customers earn them by dealing with us, spend them on rewards, and lose them when they grow old. */
@NullMarked
package org.example.loyalty;

import org.jspecify.annotations.NullMarked;

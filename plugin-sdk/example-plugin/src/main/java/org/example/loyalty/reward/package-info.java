/** What points are spent on. */
@NullMarked
package org.example.loyalty.reward;

import org.jspecify.annotations.NullMarked;

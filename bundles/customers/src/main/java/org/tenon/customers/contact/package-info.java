/** People at customers, suppliers and other parties, and when their birthdays are. */
@NullMarked
package org.tenon.customers.contact;

import org.jspecify.annotations.NullMarked;

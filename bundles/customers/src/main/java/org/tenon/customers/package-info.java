/**
 * Customers: the companies and people we do business with or want to, the contacts there, and what was talked about. The topics are
 * {@code customer}, {@code contact} and {@code log}; this package ties them to REST, menu and dictionaries.
 */
@NullMarked
package org.tenon.customers;

import org.jspecify.annotations.NullMarked;

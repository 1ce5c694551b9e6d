/** {@code /api/search}. */
@NullMarked
package org.tenon.search.rest;

import org.jspecify.annotations.NullMarked;

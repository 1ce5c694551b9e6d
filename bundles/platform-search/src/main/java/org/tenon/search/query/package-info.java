/** What is asked of the index, and why something was found. */
@NullMarked
package org.tenon.search.query;

import org.jspecify.annotations.NullMarked;

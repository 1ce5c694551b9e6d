/** Which files there are, whose they are, and which content they share. */
@NullMarked
package org.tenon.files.store;

import org.jspecify.annotations.NullMarked;

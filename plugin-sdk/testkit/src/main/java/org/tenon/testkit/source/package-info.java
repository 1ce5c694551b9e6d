/** Plugins written down in a test or a measurement, compiled, sent and installed; and calls that go on meanwhile. Needs bndlib and a JDK's compiler. */
@NullMarked
package org.tenon.testkit.source;

import org.jspecify.annotations.NullMarked;

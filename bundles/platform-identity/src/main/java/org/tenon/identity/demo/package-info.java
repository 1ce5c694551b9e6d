/** A believable company to try Tenon with. */
@NullMarked
package org.tenon.identity.demo;

import org.jspecify.annotations.NullMarked;

/** Wires it up in the container: services, and a unit for each bundle that asks for one. */
@NullMarked
package org.tenon.persistence.osgi;

import org.jspecify.annotations.NullMarked;

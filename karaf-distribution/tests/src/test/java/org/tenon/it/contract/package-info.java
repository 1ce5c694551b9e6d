/** The contracts of the test kit find what they are there to find: plugins that break them, each in one way. */
@NullMarked
package org.tenon.it.contract;

import org.jspecify.annotations.NullMarked;

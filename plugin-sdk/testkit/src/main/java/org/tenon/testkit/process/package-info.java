/** Tenon as a process, started from the built distribution, and a client that speaks with it over HTTP. */
@NullMarked
package org.tenon.testkit.process;

import org.jspecify.annotations.NullMarked;

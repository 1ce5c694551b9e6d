/** Files as they are sent. */
@NullMarked
package org.tenon.shell.asset;

import org.jspecify.annotations.NullMarked;

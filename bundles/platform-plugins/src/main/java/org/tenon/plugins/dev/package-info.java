/** For those who write Tenon: what they have just built replaces what runs. Off unless asked for. */
@NullMarked
package org.tenon.plugins.dev;

import org.jspecify.annotations.NullMarked;

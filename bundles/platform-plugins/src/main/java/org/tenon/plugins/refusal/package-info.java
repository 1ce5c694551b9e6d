/** Why something was refused or failed, told to everyone in their own language. */
@NullMarked
package org.tenon.plugins.refusal;

import org.jspecify.annotations.NullMarked;

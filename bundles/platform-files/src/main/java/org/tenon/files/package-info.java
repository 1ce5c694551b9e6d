/** Files people upload and jobs produce, kept once for each content and sealed on disk. */
@NullMarked
package org.tenon.files;

import org.jspecify.annotations.NullMarked;

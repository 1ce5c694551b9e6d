/** What a plugin's archive holds, read before anything of it runs. */
@NullMarked
package org.tenon.plugins.archive;

import org.jspecify.annotations.NullMarked;

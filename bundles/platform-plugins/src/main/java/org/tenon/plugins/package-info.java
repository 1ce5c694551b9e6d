/** Areas and plugins as administrators handle them: installed and uninstalled in the running system. */
@NullMarked
package org.tenon.plugins;

import org.jspecify.annotations.NullMarked;

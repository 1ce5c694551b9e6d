/** The browser's parts of areas: ES modules with pages and widgets. */
@NullMarked
package org.tenon.shell.plugin;

import org.jspecify.annotations.NullMarked;

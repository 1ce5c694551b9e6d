/** Where further plugins are offered: folders and web addresses an administrator configured. */
@NullMarked
package org.tenon.plugins.repository;

import org.jspecify.annotations.NullMarked;

/** What is kept of plugins under {@code TENON_HOME/plugins}: archives, what they unpack to, and which of them are to run. */
@NullMarked
package org.tenon.plugins.store;

import org.jspecify.annotations.NullMarked;

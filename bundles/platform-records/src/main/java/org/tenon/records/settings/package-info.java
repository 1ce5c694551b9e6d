/** Changes of settings, told to the system log. */
@NullMarked
package org.tenon.records.settings;

import org.jspecify.annotations.NullMarked;

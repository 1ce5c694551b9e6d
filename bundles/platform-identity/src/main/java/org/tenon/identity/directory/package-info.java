/** The organisation in memory: who is where, and what their roles allow together. */
@NullMarked
package org.tenon.identity.directory;

import org.jspecify.annotations.NullMarked;

/** The plugin under test in a running Tenon: installed over REST, called as any role. */
@NullMarked
package org.tenon.testkit.installed;

import org.jspecify.annotations.NullMarked;

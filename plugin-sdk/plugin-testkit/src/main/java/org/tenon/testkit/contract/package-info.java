/** What every plugin keeps to, as tests an author extends. */
@NullMarked
package org.tenon.testkit.contract;

import org.jspecify.annotations.NullMarked;

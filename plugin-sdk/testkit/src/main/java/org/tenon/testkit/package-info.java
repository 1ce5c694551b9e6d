/** What tests stand on: a fresh Derby and a fresh PostgreSQL database for each test. */
@NullMarked
package org.tenon.testkit;

import org.jspecify.annotations.NullMarked;

/** Background jobs: a queue in the database, worked off by every node. */
@NullMarked
package org.tenon.jobs;

import org.jspecify.annotations.NullMarked;

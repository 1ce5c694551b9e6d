/** Notes: a plugin to begin with. Say here what yours is for. */
@NullMarked
package ${package};

import org.jspecify.annotations.NullMarked;

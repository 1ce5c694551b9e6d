/** An area for tests. Only entities are in here: every class is enhanced. */
package org.tenon.search.sample;

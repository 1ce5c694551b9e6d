/** Tests of the distribution as it is shipped: over HTTP, in a browser, inside the container. */
package org.tenon.it;

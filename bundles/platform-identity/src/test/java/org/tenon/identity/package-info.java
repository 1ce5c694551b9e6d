/** Tests of identity, on databases with the shipped migrations. */
@org.jspecify.annotations.NullMarked
package org.tenon.identity;

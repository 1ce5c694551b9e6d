/** To whom single records are opened: teams, shares, and why someone may do what. */
@NullMarked
package org.tenon.records.access;

import org.jspecify.annotations.NullMarked;

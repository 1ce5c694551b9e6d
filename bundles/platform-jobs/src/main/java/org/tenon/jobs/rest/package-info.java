/** The REST side. */
@NullMarked
package org.tenon.jobs.rest;

import org.jspecify.annotations.NullMarked;

/** The edge of the platform: one gateway for every area, JSON, errors, sign-in, permissions, texts, live events and the OpenAPI document. */
@NullMarked
package org.tenon.web;

import org.jspecify.annotations.NullMarked;

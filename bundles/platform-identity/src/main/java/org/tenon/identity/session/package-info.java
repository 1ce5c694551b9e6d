/** Signing in and out, browser sessions, API tokens, and how requests are told who they come from. */
@NullMarked
package org.tenon.identity.session;

import org.jspecify.annotations.NullMarked;

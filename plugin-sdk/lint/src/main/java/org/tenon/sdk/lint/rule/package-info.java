/** What a plugin must keep to, one class a rule. */
@NullMarked
package org.tenon.sdk.lint.rule;

import org.jspecify.annotations.NullMarked;

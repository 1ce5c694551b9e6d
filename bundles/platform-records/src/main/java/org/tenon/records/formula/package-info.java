/**
 * Formulas: what custom fields are computed from. JsonLogic's syntax with strict types, as conditions have it:
 *
 * <pre>{@code
 * {"*":[{"var":"price"},{"-":[1,{"var":"discount"}]}]}
 * {"if":[{">":[{"var":"score"},80]},"A","B"]}
 * {"days":[{"var":"due"},{"var":"start"}]}
 * }</pre>
 *
 * <p>Numbers: {@code + - * / min max abs round} (round: value, digits 0–4). Texts: {@code cat length upper lower}. Tests:
 * {@code == != < <= > >= and or ! empty}. Dates: {@code days} (first minus second, in days), {@code addDays}, {@code year}, {@code month}. {@code if} takes test and value
 * in turn, and what else. Amounts count as numbers, their currency is left aside. An empty operand makes a computation empty; {@code cat} takes it for
 * no text, tests with it are false but for {@code !=} and {@code empty}. Division by zero is empty. There is no loop and no way to other records, so
 * a formula ends as soon as it has been read through once.
 */
@NullMarked
package org.tenon.records.formula;

import org.jspecify.annotations.NullMarked;

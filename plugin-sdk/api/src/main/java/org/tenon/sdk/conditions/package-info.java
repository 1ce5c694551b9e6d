/**
 * Conditions: one small expression language for list filters, saved views, form visibility, approval branches and whatever else asks
 * "is this record one of those?". JsonLogic's syntax with strict types:
 *
 * <pre>{@code
 * {"and":[…]} {"or":[…]} {"!":…}
 * {"==":[{"var":"industry"},"it"]}   also != < <= > >= in startsWith has within
 * }</pre>
 *
 * <p>The field stands first, the value second. Every test is true or false, never unknown:
 * <ul>
 * <li>{@code == null} (or {@code ""}) is "is empty"; {@code !=} is the negation of {@code ==}, so it includes empty fields;
 * <li>{@code < <= > >= in startsWith has within} of an empty field are false, and {@code !} of that is true;
 * <li>{@code {"and":[]}} is true, {@code {"or":[]}} false.
 * </ul>
 *
 * <p>Which test fits which type of field:
 * <ul>
 * <li>every type: {@code == null}, {@code != null};
 * <li>text, choice, phone, email, url, region, boolean, references, member, department: {@code == != in} (boolean without {@code in}),
 * compared exactly, texts without the blanks around them;
 * <li>number, decimal, money, date, time, dateTime: those and {@code < <= > >=};
 * <li>text, phone, email, url, region, choice: {@code startsWith}, exactly;
 * <li>fields of several values: {@code has}; phones and e-mails by their {@code value};
 * <li>region, department: {@code within}, the value itself and whatever lies below it;
 * <li>long and formatted text: nothing but empty or not.
 * </ul>
 *
 * <p>Values are in the JSON form of the field's type. A decimal may be a number too. Money is compared with
 * {@code {"amount","currency"}} (another currency never matches) or with a plain decimal (the amount in whatever currency). At most
 * {@value org.tenon.sdk.conditions.ConditionParser#MAX_DEPTH} levels, {@value org.tenon.sdk.conditions.ConditionParser#MAX_TESTS} tests and
 * {@value org.tenon.sdk.conditions.ConditionParser#MAX_LIST} values in a list.
 *
 * <p>{@code vectors.json} beside this package says the same in examples, for every implementation: Java, SQL, TypeScript.
 */
@NullMarked
@Export
@Version("1.0.0")
package org.tenon.sdk.conditions;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

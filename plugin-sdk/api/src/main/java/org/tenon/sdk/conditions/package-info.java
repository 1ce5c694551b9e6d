/**
 * Conditions: one small expression language for list filters, saved views, form visibility, approval branches and whatever else asks
 * "is this record one of those?". JsonLogic's syntax with strict types:
 *
 * <pre>{@code
 * {"and":[…]} {"or":[…]} {"!":…}
 * {"==":[{"var":"industry"},"it"]}   also != < <= > >= in startsWith has hasAny hasAll within
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
 * <li>fields of several values: {@code has}, {@code hasAny} and {@code hasAll} of a list; phones and e-mails by their {@code value};
 * <li>text of every kind, phone, email, url and fields of several of them, tags: {@code contains}, both folded
 * ({@link org.tenon.sdk.text.Fold}); of phones the digits;
 * <li>region, department, choice, multi choice: {@code within}, the value itself and whatever lies below it, of choices in their dictionary;
 * <li>long and formatted text: else nothing but empty or not, locations nothing else.
 * </ul>
 *
 * <p>Values are in the JSON form of the field's type. A decimal may be a number too. Money is compared with
 * {@code {"amount","currency"}} (another currency never matches) or with a plain decimal (the amount in whatever currency). At most
 * {@value org.tenon.sdk.conditions.ConditionParser#MAX_DEPTH} levels, {@value org.tenon.sdk.conditions.ConditionParser#MAX_TESTS} tests and
 * {@value org.tenon.sdk.conditions.ConditionParser#MAX_LIST} values in a list.
 *
 * <p>Values that depend on who asks and when, put in place by {@link org.tenon.sdk.conditions.Present#resolve} as the query runs:
 * <ul>
 * <li>{@code {"caller":"member"}} in tests of members, {@code {"caller":"department"}} of departments: the caller, the departments they belong to
 * ({@code ==}, {@code !=}, {@code in}, with {@code within} also those below); of references to these two types as well;
 * <li>{@code {"period":"last","unit":"day","count":30}} in tests of dates and instants, see {@link org.tenon.sdk.conditions.Period}: {@code ==} is
 * "falls into it", {@code <} "before it began", {@code <=} "before it ends", {@code >} "after it ended", {@code >=} "not before it began".
 * </ul>
 *
 * <p>{@code {"var":"parentId.industry"}} asks a field of the record that a reference to one type, a member or a department names: one step. Where
 * nothing is referred to, or nothing the caller may read, or a record in the recycle bin, that field is empty.
 *
 * <p>{@code vectors.json} beside this package says the same in examples, for every implementation: Java, SQL, TypeScript.
 */
@NullMarked
@Export
@Version("1.1.0")
package org.tenon.sdk.conditions;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

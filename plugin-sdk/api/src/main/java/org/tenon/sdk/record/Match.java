package org.tenon.sdk.record;

/** How two records' values of a field are compared when duplicates are looked for. Case, width, Traditional and Simplified, blanks and punctuation never tell values apart. */
public enum Match {
    /** By the field's type: telephone numbers, e-mail addresses, dates and references as such, long text and regions as {@link #TEXT}, all else as {@link #CODE}. Never in a {@link FieldInfo}. */
    AUTO,
    /** A name some register gives to one alone, such as a credit code: the same code is nearly proof, a different one speaks strongly against. */
    CODE,
    /** A company's name: legal form, group words and the place in front of it are left out ({@code 有限公司}, {@code 深圳市}, {@code GmbH}). */
    COMPANY,
    /** A person's name: the order of its parts and forms of address are left out, characters that sound alike count as alike. */
    PERSON,
    /** Telephone numbers in any way of writing; one in common is enough. */
    PHONE,
    /** E-mail addresses; one in common is enough. */
    EMAIL,
    /** A name at some service, of which one may have several: the same speaks for, a different one hardly against. */
    ACCOUNT,
    /** A postal address: the province and city in front are left out, numbers must agree. */
    ADDRESS,
    /** A day, such as a birthday; a single mistyped digit counts as alike. */
    DATE,
    /** A record referred to, such as the company a person works for. */
    REFERENCE,
    /** Anything else that says a little. */
    TEXT
}

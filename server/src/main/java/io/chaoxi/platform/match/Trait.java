package io.chaoxi.platform.match;

/** What may be known of a party, in the order in which an explanation names it. */
public enum Trait {
    NAME,
    /** Unified social credit code of a company. */
    CREDIT_CODE,
    /** As stored: E.164, with {@code ;ext=123} where there is an extension. */
    PHONE,
    EMAIL,
    /** Where a person works: anything that is the same for all who work there. */
    EMPLOYER,
    WEBSITE,
    /** Street and house number; a Chinese address may be written whole, province first. */
    ADDRESS,
    /** City or suburb, where it does not stand in the address. */
    CITY,
    POSTCODE,
    /** ISO, 1987-05-31. */
    BIRTH_DATE
}

package io.chaoxi.platform.match;

/**
 * One set of weights for all kinds of parties, in bits: log2 of the chance to see this in two records of one party over
 * the chance to see it in records of two (Fellegi and Sunter, A theory for record linkage, 1969). They add up as if
 * traits were independent; what is not (address of a family, web address of a group) is therefore weighed lower than
 * its rarity. How they were chosen: docs/matching.md. A change of any moves the figures there.
 */
final class Weights {
    /** From this score on two parties are likely one: ten to one. */
    static final double DUPLICATE_FROM = 0.9;
    /** Below this score a person need not look: one to ten. */
    static final double MAYBE_FROM = 0.1;
    /** Against each pair stands that most pairs are two parties. */
    static final double PRIOR = -10;

    /** What a word loses by one slip of the finger. */
    static final double SLIP_LOSS = 2;
    /** What is left of a word that only looks alike. */
    static final double ALIKE_SHARE = 0.35;
    /** J. and James. */
    static final double INITIAL = 1;

    static final double INITIAL_OPPOSED = 3;
    static final double GIVEN_NAME_OPPOSED = 5;
    /** The most that each shared address or number says of persons whose given names differ. */
    static final double FAMILY_MOST = 1;
    /** The same for the address of companies whose names differ. */
    static final double BUILDING_MOST = 6;
    /** Shares of a word's rarity: both have words that the other lacks, one has more words. */
    static final double WORD_OPPOSED = 0.8;

    static final double WORD_MISSING = 0.1;
    /** Share of {@link #GIVEN_NAME_OPPOSED} when only one has more names. */
    static final double GIVEN_NAME_MISSING = 0.5;

    /** A registry gives a name to one company only, so a move with another phone does not outweigh it. */
    static final double SAME_REGISTERED_NAME = 22;

    static final double MOST_FOR_SAME_NAME = 16;

    static final double MOST_FOR_NAME = 15;
    static final double LEAST_FOR_NAME = -8;
    /** Shares of rarity, as for words, but firmer: one character makes another company. */
    static final double CORE_OPPOSED = 1;

    static final double CORE_MISSING = 0.6;
    static final double CHINESE_NAME_OPPOSED = -6;
    static final double PLACE_SAME = 3;
    static final double PLACE_OPPOSED = -9;
    static final double FORM_OPPOSED = -2;
    static final double GROUP_OPPOSED = -1;

    /** Premium for characters that stay side by side in the short name, as a share of their rarity. */
    static final double NEIGHBOURS = 0.6;
    /** How fast a short name loses by characters that the full name lacks; below 60 % it speaks against. */
    static final double SHORT_OPPOSED = 2.5;
    /** Share of rarity for what the full name has more: nearly none, for short names are short. */
    static final double SHORT_MISSING = 0.05;

    /** Decides, even when the names differ wholly. */
    static final double CREDIT_CODE_SAME = 25;

    static final double CREDIT_CODE_SLIP = 8;
    static final double CREDIT_CODE_OPPOSED = -40;
    /** Less when many have it: a switchboard. People have several, so another number says little. */
    static final double PHONE_SAME = 12;

    static final double PHONE_OTHER_EXTENSION = 5;
    static final double PHONE_OPPOSED = -1;
    static final double EMAIL_SAME = 13;
    static final double EMAIL_DOMAIN = 4;
    static final double EMAIL_OPPOSED = -1;
    static final double WEBSITE_SAME = 10;
    static final double WEBSITE_OPPOSED = -2;

    /** Less the more work there; people change their employer. */
    static final double EMPLOYER_MOST = 8;

    static final double EMPLOYER_LEAST = 0.5;
    static final double EMPLOYER_OPPOSED = -2;

    static final double STREET_MOST = 7;
    static final double STREET_OPPOSED = -4;
    static final double HOUSE_SAME = 4;
    static final double HOUSE_OPPOSED = -3;
    /** Softens another street with the same number: often a misspelt street. */
    static final double HOUSE_ALONE = 2;

    static final double CITY_MOST = 2;
    static final double CITY_OPPOSED = -1;
    static final double POSTCODE_MOST = 5;
    static final double POSTCODE_SLIP = 2;
    static final double POSTCODE_OPPOSED = -2;

    static final double BIRTH_SAME = 11;
    static final double BIRTH_SWAPPED = 5;
    static final double BIRTH_OTHER_DAY = 4;
    static final double BIRTH_OTHER_MONTH = 4;
    static final double BIRTH_OTHER_YEAR = 3;
    static final double BIRTH_OPPOSED = -7;

    private Weights() {}
}

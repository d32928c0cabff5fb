package io.chaoxi.lead;

import java.util.Set;

/** The statuses that the program knows, items of the dictionary {@code leadStatus}; a firm may have further ones for leads that are open. */
final class LeadStatus {
    static final String NEW = "new";
    static final String FOLLOWING = "following";
    static final String QUALIFIED = "qualified";
    static final String CONVERTED = "converted";
    static final String INVALID = "invalid";

    /** With these nothing more is to be done with a lead. */
    static final Set<String> ENDS = Set.of(CONVERTED, INVALID);

    private LeadStatus() {}
}

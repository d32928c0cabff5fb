package io.chaoxi.lead;

import java.util.List;

/**
 * Something by which the firm judges a lead.
 *
 * @param kind {@code fit}: whether he is one whom we can serve; {@code interest}: whether he wants it
 * @param points what it is worth when the lead meets it
 */
record Criterion(String id, String kind, String name, int points) {
    static final String FIT = "fit";
    static final String INTEREST = "interest";
    static final List<String> KINDS = List.of(FIT, INTEREST);
    static final int LONGEST_NAME = 60;
    static final int MOST_POINTS = 100;
}

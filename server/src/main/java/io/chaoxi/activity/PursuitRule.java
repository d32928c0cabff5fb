package io.chaoxi.activity;

import java.util.List;

/**
 * What a firm holds a pursuit to: how many times it usually takes, how many days usually lie between two, and which kinds of
 * activity count. What it says is what the firm wrote; nothing is counted together from its deals.
 *
 * @param kinds all when empty
 */
record PursuitRule(long version, int usualFrom, int usualTo, int spacingFrom, int spacingTo, List<String> kinds) {
    /** Until the firm writes its own. */
    static final PursuitRule STANDARD = new PursuitRule(0, 4, 11, 14, 21, List.of());
}

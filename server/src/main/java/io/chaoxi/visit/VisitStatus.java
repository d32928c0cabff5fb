package io.chaoxi.visit;

/**
 * The items of the dictionary {@code visitStatus}; only acts lead from one to another. A planned one whose day is over was
 * missed: that is asked by its moment and stands nowhere.
 */
final class VisitStatus {
    static final String PLANNED = "planned";
    static final String UNDER_WAY = "underWay";
    static final String DONE = "done";
    static final String CANCELLED = "cancelled";

    static final String MISSED = "status==" + PLANNED + ";missedFrom=lt=@now";

    private VisitStatus() {}
}

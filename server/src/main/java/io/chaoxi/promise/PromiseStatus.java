package io.chaoxi.promise;

/** The items of the dictionary {@code promiseStatus}; only acts, and the time that passes, lead from one to another. */
final class PromiseStatus {
    static final String OPEN = "open";
    /** In time, or late: then it is broken besides. */
    static final String KEPT = "kept";
    /** Its time passed; it may still be kept late. */
    static final String BROKEN = "broken";
    /** The customer let us off before it was due. */
    static final String RELEASED = "released";
    /** Struck out by an administrator: it was no promise. */
    static final String VOID = "void";

    private PromiseStatus() {}
}

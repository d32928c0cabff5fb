package io.chaoxi.task;

/** The items of the dictionary {@code taskStatus}; only acts lead from one to another. */
final class TaskStatus {
    static final String OPEN = "open";
    static final String DONE = "done";
    static final String CANCELLED = "cancelled";

    private TaskStatus() {}
}

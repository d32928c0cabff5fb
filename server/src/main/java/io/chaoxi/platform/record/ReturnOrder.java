package io.chaoxi.platform.record;

/** The rules by which records of an object return to their pools. */
public interface ReturnOrder {
    /** Read for a transaction that writes what a return depends on: until it ends nobody changes what was read. */
    Countdowns of(String object);
}

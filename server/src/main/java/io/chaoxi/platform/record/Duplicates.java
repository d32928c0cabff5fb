package io.chaoxi.platform.record;

/** How far whoever writes a record has dealt with others that may be the same. */
public enum Duplicates {
    /** Not at all: they are told, and nothing is written. */
    TOLD,
    /** They were seen and the record is wanted all the same; what the firm's rules refuse stays refused. */
    SEEN,
    /** The writer holds {@link RecordMatching#lock} and has compared by itself. */
    COMPARED
}

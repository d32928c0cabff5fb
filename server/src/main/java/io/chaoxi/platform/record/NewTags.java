package io.chaoxi.platform.record;

/** What becomes of names of tags that nobody made yet, where texts are read. */
public enum NewTags {
    /** Made on the way, for whoever may manage tags. */
    MADE,
    /** Taken for possible, for whoever may manage tags. */
    FORESEEN,
    REFUSED
}

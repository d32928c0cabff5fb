package io.chaoxi.play;

import java.util.Map;

/**
 * What to do with records whose fields have these values.
 *
 * @param where id of a choice, or true or false, by the name of its field; one to three
 * @param text lines of what to do
 */
record Play(Map<String, String> where, String name, String text) {
    static final int LONGEST_NAME = 40;
    static final int LONGEST_TEXT = 1_000;
    static final int MOST_FIELDS = 3;
}

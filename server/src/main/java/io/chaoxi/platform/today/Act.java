package io.chaoxi.platform.today;

import org.jspecify.annotations.Nullable;

/**
 * What the page offers for a row.
 *
 * @param verb what it is called in labels/today.yaml, and by which the page knows what to do
 * @param permission what it takes
 * @param field the field of the record that it writes, if it writes one
 */
public record Act(String verb, String permission, @Nullable String field) {

    /** Noting what was done, which is what makes most rows go. */
    public static final Act LOG = new Act("log", "activity.create", null);

    public static Act writing(String verb, String object, String field) {
        return new Act(verb, object + ".update", field);
    }
}

package io.chaoxi.platform.job;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A kind of long work; registers as a bean. Its run may end at any moment, killed with the program, and is started
 * again: it writes its effect and its place in one transaction and goes on from its place. With the last of the effect
 * it writes the result, {@link JobRun#finished}, and asks for no further step: a step might find the job cancelled.
 */
public interface JobKind {

    /** The key that the job is stored and labelled by (labels/job.yaml). */
    String kind();

    /** Which sentence of labels/job.yaml says what was ordered; {object} in it is what its records are called. */
    default String label(Supplier<JsonNode> arguments) {
        return kind();
    }

    /** Does the work and answers with its result, which the API shows. A refusal ends the job as failed. */
    Map<String, @Nullable Object> run(JobRun run);

    /**
     * The result of a run that was cancelled or broke off: what it had done until then, from the place that it kept and the
     * number of its rows in each state. Nothing for work that is done whole or not at all.
     */
    default @Nullable Map<String, @Nullable Object> soFar(@Nullable JsonNode place, Map<String, Integer> rows) {
        return null;
    }

    /** What the records of its rows are called, by id, for rows that the job keeps no name of. */
    default Map<UUID, String> titles(String object, Collection<UUID> records) {
        return Map.of();
    }

    /**
     * Whether the work ends with the session that ordered it, because its result is for that session to fetch. With an
     * API token every kind ends.
     */
    default boolean endsWithSession() {
        return false;
    }

    /** Whether its files belong in the download centre. */
    default boolean download() {
        return false;
    }

    /** The right that ordering it needs, and so does taking it back; null for none but being signed in. */
    default @Nullable String right(@Nullable String object) {
        return null;
    }

    /** Whether what a finished job did can be taken back from the history it wrote. */
    default boolean undoable() {
        return false;
    }

    /** Whether its maker may stop it; not where others rely on its end. */
    default boolean cancellable() {
        return true;
    }
}

package io.chaoxi.platform.record;

import io.chaoxi.platform.problem.Refusal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/**
 * What is special about an object: rules that refuse, columns that follow from the fields, and what else is written in
 * the same transaction. An object without such matters has none.
 */
public interface RecordRules {
    RecordRules NONE = new RecordRules() {};

    /** Refuses what must not be; the values are already valid one by one. */
    default void check(RecordChange change) {}

    /** The rules that look at the values alone: reads and writes nothing. Asked of rows before any of them is written. */
    default void examine(RecordChange change) {}

    /** Columns that follow from the values, by column name; written together with them. */
    default Map<String, @Nullable Object> derive(RecordChange change) {
        return Map.of();
    }

    /** After rows went to the recycle bin or came back, in the same transaction. */
    default void moved(RecordChange.Kind kind, List<UUID> records) {}

    /**
     * Before what points to the others is moved over to the survivor, when they are merged: makes way for it, with notes
     * by which an undo restores it.
     */
    default void merging(UUID survivor, List<UUID> others, MergeNotes notes) {}

    /**
     * Columns that follow from what a row of a table points to, written together with a reference that a merge, or the undo
     * of one, moves: a row is written once, however much follows.
     *
     * @param to the id that the column then holds
     */
    default Map<org.jooq.Field<?>, org.jooq.Field<?>> following(
            Table<?> table, String column, org.jooq.Field<UUID> to) {
        return Map.of();
    }

    /** Fields that the survivor of a merge gets from the others only when they are chosen, even where it has no value. */
    default Set<String> notTakenOver() {
        return Set.of();
    }

    /** After a merge, or the undo of one, moved what points to these records: columns that follow from them are set anew. */
    default void settle(List<UUID> records) {}

    /** Of records that somebody made and now takes back, those that are not to go, with the reason. */
    default Map<UUID, Refusal> staying(Collection<UUID> records) {
        return Map.of();
    }

    /** Before these records are deleted for good: what refers to them lets go of them. */
    default void forgetting(List<UUID> records) {}

    /** After the row is written, in the same transaction. */
    default void written(RecordChange change) {}

    /** The same for many rows that the program passed on from their owners by one statement. */
    default void passed(List<RecordChange> changes) {
        changes.forEach(this::written);
    }

    /** The same for many new rows, written by one statement. */
    default void writtenAll(List<RecordChange> changes) {
        changes.forEach(this::written);
    }
}

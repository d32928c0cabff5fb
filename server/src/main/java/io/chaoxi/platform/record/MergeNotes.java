package io.chaoxi.platform.record;

import org.jooq.Condition;
import org.jooq.TableField;

/** What an object's own rules change when records of it are merged, so that an undo sets it back. */
public interface MergeNotes {
    /** Sets the column of these rows of another object. */
    void set(TableField<?, Boolean> column, boolean value, Condition rows);
}

package io.chaoxi.activity;

import static chaoxi.tables.Tables.ACTIVITY;

import chaoxi.tables.tables.records.ActivityRecord;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jooq.TableField;

/** With whom something is done: the fields of an activity that name a record, each called like its object. */
enum With {
    CUSTOMER(ACTIVITY.CUSTOMER_ID),
    LEAD(ACTIVITY.LEAD_ID),
    CONTACT(ACTIVITY.CONTACT_ID);

    /** Those that keep what was done with them. */
    static final List<With> KEEPING = List.of(CUSTOMER, LEAD);

    final TableField<ActivityRecord, java.util.UUID> column;

    With(TableField<ActivityRecord, java.util.UUID> column) {
        this.column = column;
    }

    String object() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    static Optional<With> of(String object) {
        return Arrays.stream(values())
                .filter(one -> one.object().equals(object))
                .findFirst();
    }
}

package io.chaoxi.platform.record;

import static chaoxi.tables.Tables.MERGED_RECORD;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where the ids of merged records lead. */
@Component
class Successors {
    private final DSLContext database;

    Successors(DSLContext database) {
        this.database = database;
    }

    /** The record that this one became, through any number of merges; empty for one that was not merged away. */
    @Transactional(readOnly = true)
    public Optional<UUID> of(String object, UUID record) {
        Set<UUID> passed = new HashSet<>();
        UUID last = record;
        for (UUID next = next(object, last); next != null && passed.add(next); next = next(object, next)) last = next;
        return last.equals(record) ? Optional.empty() : Optional.of(last);
    }

    private @Nullable UUID next(String object, UUID record) {
        return database.select(MERGED_RECORD.SURVIVOR_ID)
                .from(MERGED_RECORD)
                .where(MERGED_RECORD.OBJECT.eq(object))
                .and(MERGED_RECORD.RECORD_ID.eq(record))
                .fetchOne(MERGED_RECORD.SURVIVOR_ID);
    }
}

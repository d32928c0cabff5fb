package io.chaoxi.platform.record;

import static chaoxi.tables.Tables.MERGED_RECORD;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where the ids of merged records lead. */
@Component
public class Successors {
    private final DSLContext database;

    Successors(DSLContext database) {
        this.database = database;
    }

    /** The record that this one became, through any number of merges; empty for one that was not merged away. */
    @Transactional(readOnly = true)
    public Optional<UUID> of(String object, UUID record) {
        return Optional.ofNullable(latest(object, List.of(record)).get(record)).filter(last -> !last.equals(record));
    }

    /** Each of these records → what it became; itself for one that was not merged away. */
    @Transactional(readOnly = true)
    public Map<UUID, UUID> latest(String object, Collection<UUID> records) {
        Map<UUID, UUID> next = new HashMap<>();
        Set<UUID> open = new HashSet<>(records);
        while (!open.isEmpty()) {
            var found = next(object, open);
            next.putAll(found);
            open = new HashSet<>(found.values());
            open.removeAll(next.keySet());
        }
        Map<UUID, UUID> latest = new HashMap<>();
        for (UUID record : records) latest.put(record, last(next, record));
        return latest;
    }

    private Map<UUID, UUID> next(String object, Collection<UUID> records) {
        return database.select(MERGED_RECORD.RECORD_ID, MERGED_RECORD.SURVIVOR_ID)
                .from(MERGED_RECORD)
                .where(MERGED_RECORD.OBJECT.eq(object))
                .and(MERGED_RECORD.RECORD_ID.in(records))
                .fetchMap(MERGED_RECORD.RECORD_ID, MERGED_RECORD.SURVIVOR_ID);
    }

    private static UUID last(Map<UUID, UUID> next, UUID record) {
        Set<UUID> passed = new HashSet<>();
        UUID last = record;
        for (UUID step = next.get(last); step != null && passed.add(step); step = next.get(step)) last = step;
        return last;
    }
}

package io.chaoxi.platform.record;

import static chaoxi.tables.Tables.CHANGE;

import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells the planner how much each firm has. Until it knows of a firm that has just written much, it takes the firm for
 * empty and may read all its rows to find one; PostgreSQL itself looks only after a share of the whole table is new.
 */
@Service
public class Statistics {
    private static final long FIRST = 1_000;
    private static final int GROWTH = 4;

    private final DSLContext database;

    Statistics(DSLContext database) {
        this.database = database;
    }

    /** Whether so many rows more were written, from one number to the other, that it is time to count anew. */
    public static boolean due(long before, long now) {
        long next = FIRST;
        while (next <= before) next *= GROWTH;
        return now >= next;
    }

    /** Counts the firms of the type's table and of the history anew; takes up to a second with a million rows. */
    @Transactional
    public void renew(RecordType type) {
        for (Table<?> table : List.of(type.table(), CHANGE)) {
            database.select(DSL.function("count_firms", SQLDataType.OTHER, DSL.val(table.getName())))
                    .fetch();
        }
    }
}

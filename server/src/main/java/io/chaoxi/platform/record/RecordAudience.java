package io.chaoxi.platform.record;

import io.chaoxi.platform.rights.Actor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which of many people reach which of some records, decided from one statement whatever the number of people. The same
 * decision as {@link RecordScope}'s, the other way round; records in the recycle bin count as before.
 */
@Component
public class RecordAudience {
    private final RecordSql sql;

    RecordAudience(RecordSql sql) {
        this.sql = sql;
    }

    /** What decides who reaches a record: its id, its owner, their department, the record it belongs to; by column. */
    public record Ownership(Map<String, @Nullable UUID> columns) {}

    /** Ownership by record. Read for the acting firm as a whole, so only the program itself asks. */
    @Transactional(readOnly = true)
    public Map<UUID, Ownership> of(RecordType type, Collection<UUID> records) {
        Map<UUID, Ownership> found = new HashMap<>();
        if (records.isEmpty()) return found;
        List<org.jooq.Field<?>> columns = new ArrayList<>();
        type.deciding().forEach(name -> columns.add(type.column(name)));
        var wanted = type.column("id").in(List.<Object>copyOf(records));
        for (var row : sql.find(type, DSL.and(wanted), columns, records.size())) {
            var values = new HashMap<String, @Nullable UUID>();
            type.deciding().forEach(name -> values.put(name, row.get(name, UUID.class)));
            found.put(row.get("id", UUID.class), new Ownership(values));
        }
        return found;
    }

    /** Whether the person may read the object at all. */
    public static boolean reads(Actor actor, RecordType type) {
        return actor.may(type.object() + ".read");
    }

    /** Whether the person reaches every record of an object that he may read. */
    public static boolean reachesAll(Actor actor, RecordType type) {
        return RecordScope.of(type, actor) instanceof RecordScope.Everything;
    }

    /** Whether he may change such a record. */
    public static boolean works(Actor actor, RecordType type, Ownership ownership) {
        return actor.may(type.object() + ".update")
                && RecordScope.toWrite(type, actor).holds(ownership.columns()::get);
    }

    public static boolean reaches(Actor actor, RecordType type, Ownership ownership) {
        return reads(actor, type) && RecordScope.of(type, actor).holds(ownership.columns()::get);
    }
}

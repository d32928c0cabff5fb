package io.chaoxi.platform.record;

import io.chaoxi.platform.rights.Actor;
import io.chaoxi.platform.rights.DataScope;
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

    /** To whom a record belongs; both are null for objects that have no owner. */
    public record Ownership(@Nullable UUID owner, @Nullable UUID department) {}

    /** Ownership by record. Read for the acting firm as a whole, so only the program itself asks. */
    @Transactional(readOnly = true)
    public Map<UUID, Ownership> of(RecordType type, Collection<UUID> records) {
        Map<UUID, Ownership> found = new HashMap<>();
        if (records.isEmpty()) return found;
        List<org.jooq.Field<?>> columns = type.owned()
                ? List.of(type.column("id"), type.column("owner_id"), type.column("owner_department_id"))
                : List.of(type.column("id"));
        var wanted = type.column("id").in(List.<Object>copyOf(records));
        for (var row : sql.find(type, DSL.and(wanted), columns, records.size())) {
            UUID owner = type.owned() ? row.get("owner_id", UUID.class) : null;
            UUID department = type.owned() ? row.get("owner_department_id", UUID.class) : null;
            found.put(row.get("id", UUID.class), new Ownership(owner, department));
        }
        return found;
    }

    /** Whether the person may read the object at all. */
    public static boolean reads(Actor actor, RecordType type) {
        return actor.may(type.object() + ".read");
    }

    /** Whether the person reaches every record of an object that he may read. */
    public static boolean reachesAll(Actor actor, RecordType type) {
        return !type.owned() || actor.scope(type.object()) == DataScope.ALL;
    }

    public static boolean reaches(Actor actor, RecordType type, Ownership ownership) {
        return reads(actor, type)
                && switch (RecordScope.of(type, actor)) {
                    case RecordScope.Everything() -> true;
                    case RecordScope.OwnedBy(UUID person) -> person.equals(ownership.owner());
                    case RecordScope.Departments(List<UUID> ids) ->
                        ownership.department() != null && ids.contains(ownership.department());
                };
    }
}

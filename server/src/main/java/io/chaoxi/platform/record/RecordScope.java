package io.chaoxi.platform.record;

import io.chaoxi.platform.rights.Actor;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/**
 * The rows of a type that a person reaches, in a form that an index answers: everything, the rows of one owner, or the
 * rows of some departments. Objects without an owner are open to the whole firm.
 */
sealed interface RecordScope {
    record Everything() implements RecordScope {}

    record OwnedBy(UUID person) implements RecordScope {}

    record Departments(List<UUID> ids) implements RecordScope {}

    static RecordScope of(RecordType type, Actor actor) {
        if (!type.owned()) return new Everything();
        return switch (actor.scope(type.object())) {
            case ALL -> new Everything();
            case DEPARTMENT_TREE -> departments(actor, actor.departments());
            case DEPARTMENT -> departments(actor, actor.department() == null ? List.of() : List.of(actor.department()));
            case SELF -> new OwnedBy(actor.person());
        };
    }

    private static RecordScope departments(Actor actor, List<UUID> ids) {
        return ids.isEmpty() ? new OwnedBy(actor.person()) : new Departments(ids);
    }

    /** As one condition, for counts, single records and conditional updates. */
    default Condition condition(RecordType type) {
        return switch (this) {
            case Everything() -> DSL.noCondition();
            case OwnedBy(UUID person) -> type.column("owner_id").eq(person);
            case Departments(List<UUID> ids) ->
                type.column("owner_department_id").in(ids);
        };
    }
}

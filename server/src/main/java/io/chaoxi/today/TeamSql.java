package io.chaoxi.today;

import static chaoxi.tables.Tables.PERSON;

import io.chaoxi.today.Reaches.Reach;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who belongs to a team. */
@Component
class TeamSql {
    private final DSLContext database;

    TeamSql(DSLContext database) {
        this.database = database;
    }

    /** Somebody of the firm; away: locked or gone. */
    record Somebody(UUID id, @Nullable UUID department, boolean away) {}

    /** Those who work there first, each once, in the order of their names. */
    List<Somebody> people(Reach reach, int most) {
        var away = DSL.condition(PERSON.LOCKED).or(PERSON.DELETED_AT.isNotNull());
        return database.select(PERSON.ID, PERSON.DEPARTMENT_ID, DSL.field(away))
                .from(PERSON)
                .where(reach.everybody() ? DSL.noCondition() : PERSON.DEPARTMENT_ID.in(reach.departments()))
                .orderBy(DSL.field(away), PERSON.NAME_KEY, PERSON.ID)
                .limit(most)
                .fetch(row -> new Somebody(row.value1(), row.value2(), row.value3()));
    }
}

package io.chaoxi.identity.person;

import static chaoxi.tables.Tables.DEPARTMENT;
import static chaoxi.tables.Tables.PERSON;

import io.chaoxi.platform.record.RecordType;
import io.chaoxi.platform.rights.Acting;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What people and departments need beyond the record machine's statements. */
@Component
class PersonSql {
    private final DSLContext database;
    private final Clock clock;

    PersonSql(DSLContext database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Says whether anything changed. */
    boolean setLocked(UUID person, boolean locked) {
        return database.update(PERSON)
                        .set(PERSON.LOCKED, locked)
                        .set(PERSON.VERSION, PERSON.VERSION.plus(1))
                        .set(PERSON.CHANGED_AT, clock.instant().atOffset(ZoneOffset.UTC))
                        .set(PERSON.CHANGED_BY, Acting.current().person())
                        .where(PERSON.ID.eq(person))
                        .and(PERSON.LOCKED.ne(locked))
                        .execute()
                == 1;
    }

    /** Records follow their owner into his department, those in the recycle bin too. */
    void moveOwned(RecordType type, UUID owner, @Nullable UUID department) {
        database.update(type.table())
                .set(type.column("owner_department_id", UUID.class), department)
                .where(type.column("owner_id", UUID.class).eq(owner))
                .execute();
    }

    /** Department → department above it; those at the top are left out. */
    Map<UUID, UUID> parents() {
        return database.select(DEPARTMENT.ID, DEPARTMENT.PARENT_ID)
                .from(DEPARTMENT)
                .where(DEPARTMENT.DELETED_AT.isNull())
                .and(DEPARTMENT.PARENT_ID.isNotNull())
                .fetchMap(DEPARTMENT.ID, DEPARTMENT.PARENT_ID);
    }

    boolean inUse(UUID department) {
        return database.fetchExists(DSL.selectOne()
                        .from(PERSON)
                        .where(PERSON.DEPARTMENT_ID.eq(department))
                        .and(PERSON.DELETED_AT.isNull()))
                || database.fetchExists(DSL.selectOne()
                        .from(DEPARTMENT)
                        .where(DEPARTMENT.PARENT_ID.eq(department))
                        .and(DEPARTMENT.DELETED_AT.isNull()));
    }

    void setPreferences(UUID person, Map<Field<String>, @Nullable String> preferences) {
        if (preferences.isEmpty()) return;
        database.update(PERSON).set(preferences).where(PERSON.ID.eq(person)).execute();
    }
}

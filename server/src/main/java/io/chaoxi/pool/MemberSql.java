package io.chaoxi.pool;

import static chaoxi.tables.Tables.POOL;
import static chaoxi.tables.Tables.POOL_MEMBER;

import io.chaoxi.platform.rights.Acting;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The terms of pools as they are kept. */
@Component
class MemberSql {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final DSLContext database;
    private final Clock clock;

    MemberSql(DSLContext database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Person, department or role. */
    record Member(String object, UUID id) {}

    List<Member> of(UUID pool) {
        return database.select(POOL_MEMBER.MEMBER, POOL_MEMBER.MEMBER_ID)
                .from(POOL_MEMBER)
                .where(POOL_MEMBER.POOL_ID.eq(pool))
                .orderBy(POOL_MEMBER.MEMBER, POOL_MEMBER.MEMBER_ID)
                .fetch(row -> new Member(row.value1(), row.value2()));
    }

    /** Says whether the pool still had the expected version. */
    boolean put(UUID pool, long version, List<Member> members, List<String> fields, Map<String, Integer> grades) {
        var actor = Acting.current();
        boolean stands = database.update(POOL)
                        .set(POOL.SHOWN_FIELDS, fields.toArray(String[]::new))
                        .set(POOL.GRADE_LIMITS, JSONB.valueOf(JSON.writeValueAsString(grades)))
                        .set(POOL.VERSION, version + 1)
                        .set(POOL.CHANGED_AT, clock.instant().atOffset(ZoneOffset.UTC))
                        .set(POOL.CHANGED_BY, actor.person())
                        .where(POOL.ID.eq(pool))
                        .and(POOL.VERSION.eq(version))
                        .and(POOL.DELETED_AT.isNull())
                        .execute()
                == 1;
        if (!stands) return false;
        database.deleteFrom(POOL_MEMBER).where(POOL_MEMBER.POOL_ID.eq(pool)).execute();
        if (members.isEmpty()) return true;
        var insert = database.insertInto(
                POOL_MEMBER, POOL_MEMBER.TENANT_ID, POOL_MEMBER.POOL_ID, POOL_MEMBER.MEMBER, POOL_MEMBER.MEMBER_ID);
        for (Member member : members) insert = insert.values(actor.tenant(), pool, member.object(), member.id());
        insert.execute();
        return true;
    }
}

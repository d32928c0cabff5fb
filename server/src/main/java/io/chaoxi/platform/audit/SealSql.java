package io.chaoxi.platform.audit;

import static chaoxi.tables.Tables.ACCESS_LOG;
import static chaoxi.tables.Tables.ACCESS_SEAL;

import chaoxi.tables.tables.records.AccessLogRecord;
import chaoxi.tables.tables.records.AccessSealRecord;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Every statement on the lines and seals of one firm; through the wall, or beside it by whoever owns the tables. */
record SealSql(DSLContext database, long tenant) {

    Optional<AccessSealRecord> last() {
        return database.selectFrom(ACCESS_SEAL)
                .where(ACCESS_SEAL.TENANT_ID.eq(tenant))
                .orderBy(ACCESS_SEAL.NUMBER.desc())
                .limit(1)
                .fetchOptional();
    }

    /** The seals behind this number. */
    List<AccessSealRecord> seals(long after, int most) {
        return database.selectFrom(ACCESS_SEAL)
                .where(ACCESS_SEAL.TENANT_ID.eq(tenant))
                .and(ACCESS_SEAL.NUMBER.gt(after))
                .orderBy(ACCESS_SEAL.NUMBER)
                .limit(most)
                .fetch();
    }

    /** The lines behind one and up to another, in their order. */
    List<AccessLogRecord> lines(@Nullable UUID after, UUID to) {
        return lines(after, ACCESS_LOG.ID.le(to), Integer.MAX_VALUE);
    }

    /** The next lines that were written before this time. */
    List<AccessLogRecord> open(@Nullable UUID after, OffsetDateTime before, int most) {
        return lines(after, ACCESS_LOG.AT.lt(before), most);
    }

    private List<AccessLogRecord> lines(@Nullable UUID after, Condition which, int most) {
        return database.selectFrom(ACCESS_LOG)
                .where(ACCESS_LOG.TENANT_ID.eq(tenant))
                .and(after == null ? DSL.noCondition() : ACCESS_LOG.ID.gt(after))
                .and(which)
                .orderBy(ACCESS_LOG.ID)
                .limit(most)
                .fetch();
    }

    void add(long number, List<AccessLogRecord> lines, byte[] digest, OffsetDateTime at) {
        database.insertInto(ACCESS_SEAL)
                .set(ACCESS_SEAL.TENANT_ID, tenant)
                .set(ACCESS_SEAL.NUMBER, number)
                .set(ACCESS_SEAL.LAST_ID, lines.getLast().getId())
                .set(ACCESS_SEAL.ROWS, lines.size())
                .set(ACCESS_SEAL.DIGEST, digest)
                .set(ACCESS_SEAL.AT, at)
                .execute();
    }
}

package io.chaoxi.privacy;

import static chaoxi.tables.Tables.RETENTION_RULE;

import io.chaoxi.platform.rights.Acting;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Every statement on the rule of the acting person's firm. */
@Component
class RetentionSql {
    private final DSLContext database;
    private final Clock clock;

    RetentionSql(DSLContext database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    RetentionRule rule() {
        return database.selectFrom(RETENTION_RULE)
                .fetchOptional(RetentionSql::rule)
                .orElse(RetentionRule.NONE);
    }

    private static RetentionRule rule(Record row) {
        OffsetDateTime ran = row.get(RETENTION_RULE.RAN_AT);
        return new RetentionRule(
                row.get(RETENTION_RULE.VERSION),
                row.get(RETENTION_RULE.MONTHS),
                row.get(RETENTION_RULE.BINNED_ONLY),
                row.get(RETENTION_RULE.ACTIVE),
                row.get(RETENTION_RULE.BY_ID),
                row.get(RETENTION_RULE.SINCE).toInstant(),
                ran == null ? null : ran.toInstant());
    }

    /** In the name of the acting person, from now on; says whether it still had the version. */
    boolean put(@Nullable Integer months, boolean binnedOnly, boolean active, long version) {
        var actor = Acting.current();
        return database.insertInto(RETENTION_RULE)
                        .set(RETENTION_RULE.TENANT_ID, actor.tenant())
                        .set(RETENTION_RULE.VERSION, version + 1)
                        .set(RETENTION_RULE.MONTHS, months)
                        .set(RETENTION_RULE.BINNED_ONLY, binnedOnly)
                        .set(RETENTION_RULE.ACTIVE, active)
                        .set(RETENTION_RULE.BY_ID, actor.person())
                        .set(RETENTION_RULE.SINCE, now())
                        .onConflict(RETENTION_RULE.TENANT_ID)
                        .doUpdate()
                        .set(RETENTION_RULE.VERSION, version + 1)
                        .set(RETENTION_RULE.MONTHS, months)
                        .set(RETENTION_RULE.BINNED_ONLY, binnedOnly)
                        .set(RETENTION_RULE.ACTIVE, active)
                        .set(RETENTION_RULE.BY_ID, actor.person())
                        .set(RETENTION_RULE.SINCE, now())
                        .where(RETENTION_RULE.VERSION.eq(version))
                        .execute()
                == 1;
    }

    void ran() {
        database.update(RETENTION_RULE).set(RETENTION_RULE.RAN_AT, now()).execute();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}

package io.chaoxi.activity;

import static chaoxi.tables.Tables.ACTIVITY;
import static chaoxi.tables.Tables.PURSUIT_RULE;

import io.chaoxi.platform.rights.Acting;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Statements on pursuits. */
@Component
class PursuitSql {
    private final DSLContext database;
    private final Clock clock;

    PursuitSql(DSLContext database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    PursuitRule rule() {
        return database.selectFrom(PURSUIT_RULE)
                .fetchOptional(row -> new PursuitRule(
                        row.getVersion(),
                        row.getUsualFrom(),
                        row.getUsualTo(),
                        row.getSpacingFrom(),
                        row.getSpacingTo(),
                        List.of(row.getKinds())))
                .orElse(PursuitRule.STANDARD);
    }

    /** Says whether it still had the version that the rule names. */
    boolean put(PursuitRule rule) {
        var actor = Acting.current();
        var row = database.newRecord(PURSUIT_RULE);
        row.setTenantId(actor.tenant());
        row.setVersion(rule.version() + 1);
        row.setUsualFrom(rule.usualFrom());
        row.setUsualTo(rule.usualTo());
        row.setSpacingFrom(rule.spacingFrom());
        row.setSpacingTo(rule.spacingTo());
        row.setKinds(rule.kinds().toArray(String[]::new));
        row.setChangedAt(clock.instant().atOffset(ZoneOffset.UTC));
        row.setChangedBy(actor.person());
        return database.insertInto(PURSUIT_RULE)
                        .set(row)
                        .onConflict(PURSUIT_RULE.TENANT_ID)
                        .doUpdate()
                        .set(row)
                        .where(PURSUIT_RULE.VERSION.eq(rule.version()))
                        .execute()
                == 1;
    }

    /** How often, and when last; null for never. */
    record Done(int count, @Nullable Instant last) {}

    Done done(With with, UUID record, Instant since, List<String> kinds) {
        Condition counts = kinds.isEmpty() ? DSL.noCondition() : ACTIVITY.KIND.in(kinds);
        return database.select(DSL.count(), DSL.max(ACTIVITY.AT))
                .from(ACTIVITY)
                .where(with.column.eq(record))
                .and(ACTIVITY.AT.ge(since.atOffset(ZoneOffset.UTC)))
                .and(ACTIVITY.DELETED_AT.isNull())
                .and(counts)
                .fetchSingle(row -> new Done(
                        row.value1(), row.value2() == null ? null : row.value2().toInstant()));
    }

    /** With which pretexts somebody was called on, in this pursuit or before. */
    List<String> pretexts(With with, UUID record) {
        return database.selectDistinct(ACTIVITY.PRETEXT)
                .from(ACTIVITY)
                .where(with.column.eq(record))
                .and(ACTIVITY.PRETEXT.isNotNull())
                .and(ACTIVITY.DELETED_AT.isNull())
                .orderBy(ACTIVITY.PRETEXT)
                .fetch(ACTIVITY.PRETEXT);
    }
}

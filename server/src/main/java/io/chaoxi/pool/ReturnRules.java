package io.chaoxi.pool;

import static chaoxi.tables.Tables.POOL;
import static chaoxi.tables.Tables.TENANT;

import io.chaoxi.platform.job.OwedWalks;
import io.chaoxi.platform.record.Remembered;
import io.chaoxi.platform.record.ReturnOrder;
import io.chaoxi.platform.rights.Acting;
import io.chaoxi.workday.WorkCalendar;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The rules by which customers return to pools, as they are kept. */
@Component
class ReturnRules implements ReturnOrder {
    private final DSLContext database;
    private final PoolSql pools;
    private final WorkCalendar calendar;
    private final OwedWalks walks;
    private final Clock clock;

    ReturnRules(DSLContext database, PoolSql pools, WorkCalendar calendar, OwedWalks walks, Clock clock) {
        this.database = database;
        this.pools = pools;
        this.calendar = calendar;
        this.walks = walks;
        this.clock = clock;
    }

    /** How the firm of who acts counts and writes. */
    record Manner(ZoneId zone, Locale locale) {}

    private record Asked(String object) {}

    /** Nobody changes them while they are held, so a transaction reads them once. */
    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public FirmCountdowns of(String object) {
        pools.hold(object);
        return Objects.requireNonNull(Remembered.once(new Asked(object), () -> read(object)));
    }

    /** The same for whoever only wants to know. */
    FirmCountdowns read(String object) {
        var rules = new HashMap<UUID, ReturnRule>();
        var all = new HashSet<UUID>();
        UUID standard = null;
        for (var row : database.select(POOL.ID, POOL.STANDARD, POOL.RETURN_RULE)
                .from(POOL)
                .where(POOL.OBJECT.eq(object))
                .and(POOL.DELETED_AT.isNull())
                .fetch()) {
            all.add(row.value1());
            if (row.value2()) standard = row.value1();
            var rule = ReturnRule.read(row.value3());
            if (rule != null) rules.put(row.value1(), rule);
        }
        return new FirmCountdowns(rules, all, Objects.requireNonNull(standard), days(rules));
    }

    /** Without a rule nothing is counted, so nothing is asked for either. */
    private FirmCountdowns.Days days(Map<UUID, ReturnRule> rules) {
        if (rules.isEmpty()) return new FirmCountdowns.Days(Acting.current().zone(), LocalDate.EPOCH, null);
        return days(rules.values().stream().anyMatch(ReturnRule::workdays));
    }

    FirmCountdowns.Days days(boolean workdays) {
        ZoneId zone = pools.zone();
        return new FirmCountdowns.Days(
                zone, LocalDate.ofInstant(clock.instant(), zone), workdays ? calendar.days() : null);
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), pools.zone());
    }

    Manner manner() {
        return database.select(TENANT.TIME_ZONE, TENANT.LOCALE)
                .from(TENANT)
                .where(TENANT.ID.eq(Acting.current().tenant()))
                .fetchSingle(row -> new Manner(ZoneId.of(row.value1()), Locale.of(row.value2())));
    }

    Optional<ReturnRule> find(UUID pool) {
        return database.select(POOL.RETURN_RULE)
                .from(POOL)
                .where(POOL.ID.eq(pool))
                .fetchOptional(POOL.RETURN_RULE)
                .map(ReturnRule::read);
    }

    /** Another rule for a pool; everything that returns is counted anew by it. */
    @Transactional(propagation = Propagation.MANDATORY)
    void put(String object, UUID pool, @Nullable ReturnRule rule) {
        pools.lockOrder(object);
        JSONB stored = rule == null ? null : rule.stored();
        database.update(POOL)
                .set(POOL.RETURN_RULE, stored)
                .where(POOL.ID.eq(pool))
                .execute();
        walks.owe(RecountWalk.KIND, object);
    }

    /** What all rules count by is another one: with {@code workdays}, only for those who count in days of work. */
    @Transactional(propagation = Propagation.MANDATORY)
    void countAnew(String object, boolean workdays) {
        pools.lockOrder(object);
        boolean concerned = read(object).rules().values().stream().anyMatch(rule -> !workdays || rule.workdays());
        if (concerned) walks.owe(RecountWalk.KIND, object);
    }
}

package io.chaoxi.platform.limit;

import static chaoxi.tables.Tables.FIRM_LIMIT;

import chaoxi.tables.tables.records.FirmLimitRecord;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.rights.AccessLog;
import io.chaoxi.platform.rights.Acting;
import java.util.EnumMap;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The limits of the acting person's firm. */
@Service
public class Limits {
    private final DSLContext database;
    private final AccessLog accessLog;

    Limits(DSLContext database, AccessLog accessLog) {
        this.database = database;
        this.accessLog = accessLog;
    }

    @Transactional(readOnly = true)
    public long of(Limit limit) {
        return database.select(FIRM_LIMIT.VALUE)
                .from(FIRM_LIMIT)
                .where(FIRM_LIMIT.NAME.eq(limit.key()))
                .fetchOptional(FIRM_LIMIT.VALUE)
                .orElse(limit.otherwise());
    }

    /** All limits, and the version that they have together. */
    public record All(long version, Map<Limit, Long> values) {}

    @Transactional(readOnly = true)
    public All all() {
        var set = database.fetch(FIRM_LIMIT).intoMap(FIRM_LIMIT.NAME);
        var values = new EnumMap<Limit, Long>(Limit.class);
        for (Limit limit : Limit.values()) {
            var row = set.get(limit.key());
            values.put(limit, row == null ? limit.otherwise() : row.getValue());
        }
        return new All(
                1 + set.values().stream().mapToLong(FirmLimitRecord::getVersion).sum(), values);
    }

    /** Needs {@code settings.manage}; 409 when they changed since that version. Noted in the access log. */
    @Transactional
    public void change(Map<Limit, Long> values, long version) {
        Acting.current().require("settings.manage");
        lock();
        var all = all();
        if (all.version() != version) throw Refusal.stale(all.version());
        values.forEach((limit, value) -> {
            if (!value.equals(all.values().get(limit))) put(limit, value);
        });
    }

    /** A limit that was never set has no row to lock, so all of the firm's are locked by name. */
    private void lock() {
        var firm = DSL.val("limits/" + Acting.current().tenant());
        var name = DSL.function("hashtextextended", SQLDataType.BIGINT, firm, DSL.val(0L));
        database.select(DSL.function("pg_advisory_xact_lock", SQLDataType.OTHER, name))
                .fetch();
    }

    private void put(Limit limit, long value) {
        database.insertInto(FIRM_LIMIT)
                .set(FIRM_LIMIT.TENANT_ID, Acting.current().tenant())
                .set(FIRM_LIMIT.NAME, limit.key())
                .set(FIRM_LIMIT.VALUE, value)
                .onConflict(FIRM_LIMIT.TENANT_ID, FIRM_LIMIT.NAME)
                .doUpdate()
                .set(FIRM_LIMIT.VALUE, value)
                .set(FIRM_LIMIT.VERSION, FIRM_LIMIT.VERSION.plus(1))
                .execute();
        accessLog.add("limitChanged", null, null, Map.of("limit", limit.key(), "value", value));
    }
}

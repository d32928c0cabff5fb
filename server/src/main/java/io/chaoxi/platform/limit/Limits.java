package io.chaoxi.platform.limit;

import static chaoxi.tables.Tables.FIRM_LIMIT;

import io.chaoxi.platform.rights.AccessLog;
import io.chaoxi.platform.rights.Acting;
import java.util.EnumMap;
import java.util.Map;
import org.jooq.DSLContext;
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

    @Transactional(readOnly = true)
    public Map<Limit, Long> all() {
        var all = new EnumMap<Limit, Long>(Limit.class);
        for (Limit limit : Limit.values()) all.put(limit, of(limit));
        return all;
    }

    /** Needs {@code settings.manage}; noted in the access log. */
    @Transactional
    public void set(Limit limit, long value) {
        Acting.current().require("settings.manage");
        database.insertInto(FIRM_LIMIT)
                .set(FIRM_LIMIT.TENANT_ID, Acting.current().tenant())
                .set(FIRM_LIMIT.NAME, limit.key())
                .set(FIRM_LIMIT.VALUE, value)
                .onConflict(FIRM_LIMIT.TENANT_ID, FIRM_LIMIT.NAME)
                .doUpdate()
                .set(FIRM_LIMIT.VALUE, value)
                .execute();
        accessLog.add("limitChanged", null, null, Map.of("limit", limit.key(), "value", value));
    }
}

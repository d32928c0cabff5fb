package io.chaoxi.platform.rights;

import static chaoxi.tables.Tables.ACCESS_LOG;

import chaoxi.tables.tables.records.AccessLogRecord;
import io.chaoxi.platform.Ids;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who did what with rights and data: sign-ins, refusals, changes of roles, exports. Append-only; written for the acting
 * person's firm, with the address he acts from and the token he acts through. Details hold ids and names of rights, of
 * sign-ins the device; never people's data.
 */
@Component
public class AccessLog {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final DSLContext database;
    private final TokenNames tokenNames;
    private final Clock clock;

    AccessLog(DSLContext database, TokenNames tokenNames, Clock clock) {
        this.database = database;
        this.tokenNames = tokenNames;
        this.clock = clock;
    }

    @Transactional
    public void add(String action, @Nullable String object, @Nullable UUID record, Map<String, ?> detail) {
        Actor actor = Acting.current();
        database.insertInto(ACCESS_LOG)
                .set(ACCESS_LOG.TENANT_ID, actor.tenant())
                .set(ACCESS_LOG.ID, Ids.next())
                .set(ACCESS_LOG.AT, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .set(ACCESS_LOG.BY_ID, actor.person())
                .set(ACCESS_LOG.ACTION, action)
                .set(ACCESS_LOG.OBJECT, object)
                .set(ACCESS_LOG.RECORD_ID, record)
                .set(ACCESS_LOG.DETAIL, JSONB.valueOf(JSON.writeValueAsString(detail)))
                .set(ACCESS_LOG.ADDRESS, Whence.address())
                .set(ACCESS_LOG.TOKEN, token(actor))
                .execute();
    }

    private @Nullable String token(Actor actor) {
        var ticket = actor.ticket();
        return ticket == null || ticket.scopes() == null
                ? null
                : tokenNames.name(ticket.caller()).orElse("?");
    }

    /** The lines of the firm, newest first, behind the given one. */
    @Transactional(readOnly = true)
    public List<AccessLogRecord> lines(@Nullable UUID after, int limit) {
        return database.selectFrom(ACCESS_LOG)
                .where(after == null ? DSL.noCondition() : ACCESS_LOG.ID.lt(after))
                .orderBy(ACCESS_LOG.ID.desc())
                .limit(limit)
                .fetch();
    }
}

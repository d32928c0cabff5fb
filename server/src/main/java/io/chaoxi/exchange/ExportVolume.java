package io.chaoxi.exchange;

import static chaoxi.tables.Tables.EXPORT_VOLUME;

import io.chaoxi.platform.limit.Limit;
import io.chaoxi.platform.limit.Limits;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.rights.AccessLog;
import io.chaoxi.platform.rights.Acting;
import io.chaoxi.platform.rights.Actor;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * How many rows a person exported today, in the firm's time zone, and the alarm when it is much; for every file with rows of
 * records.
 */
@Component
public class ExportVolume {
    private final DSLContext database;
    private final Limits limits;
    private final AccessLog accessLog;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ExportVolume(
            DSLContext database, Limits limits, AccessLog accessLog, ApplicationEventPublisher events, Clock clock) {
        this.database = database;
        this.limits = limits;
        this.accessLog = accessLog;
        this.events = events;
        this.clock = clock;
    }

    long limit() {
        return limits.of(Limit.EXPORT_ROWS_PER_DAY);
    }

    /** The rows that the acting person may still export today. */
    long left() {
        return limit() - used();
    }

    private long used() {
        Long used = database.select(EXPORT_VOLUME.ROWS)
                .from(EXPORT_VOLUME)
                .where(EXPORT_VOLUME.PERSON_ID.eq(Acting.current().person()))
                .and(EXPORT_VOLUME.DAY.eq(today()))
                .fetchOne(EXPORT_VOLUME.ROWS);
        return used == null ? 0 : used;
    }

    /** Counts rows that go out; 422 beyond the limit. Tells the administrators once on the way there. */
    public void take(String object, long rows) {
        if (!taken(object, rows)) throw Refusal.of(422, ExportJob.LIMIT_REACHED, Map.of("max", limit()));
    }

    /** Whether it was the limit that ended an export. */
    public static boolean refused(Refusal refusal) {
        return ExportJob.LIMIT_REACHED.equals(refusal.code());
    }

    private boolean taken(String object, long rows) {
        Actor actor = Acting.current();
        long limit = limit();
        Long sum = database.insertInto(EXPORT_VOLUME)
                .set(EXPORT_VOLUME.TENANT_ID, actor.tenant())
                .set(EXPORT_VOLUME.PERSON_ID, actor.person())
                .set(EXPORT_VOLUME.DAY, today())
                .set(EXPORT_VOLUME.ROWS, rows)
                .onConflict(EXPORT_VOLUME.TENANT_ID, EXPORT_VOLUME.PERSON_ID, EXPORT_VOLUME.DAY)
                .doUpdate()
                .set(EXPORT_VOLUME.ROWS, EXPORT_VOLUME.ROWS.plus(rows))
                .returningResult(EXPORT_VOLUME.ROWS)
                .fetchSingle()
                .value1();
        long total = Objects.requireNonNull(sum);
        if (total > limit) return false;
        if (total * 2 > limit && (total - rows) * 2 <= limit) alarm(object, total, limit, false);
        return true;
    }

    /** Tells the administrators that an export met the limit; in a transaction of its own, for the export's is rolled back. */
    public void stopped(String object) {
        alarm(object, used(), limit(), true);
    }

    private void alarm(String object, long rows, long limit, boolean stopped) {
        Actor actor = Acting.current();
        accessLog.add("exportedMuch", object, null, Map.of("rows", rows, "limit", limit, "stopped", stopped));
        events.publishEvent(new ExportedMuch(actor.tenant(), actor.person(), object, rows, limit, stopped));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Acting.current().zone());
    }
}

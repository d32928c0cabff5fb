package io.chaoxi.visit;

import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.record.Catalogue;
import io.chaoxi.platform.record.Catalogues;
import io.chaoxi.platform.record.Duplicates;
import io.chaoxi.platform.record.RecordReading;
import io.chaoxi.platform.record.RecordReading.Found;
import io.chaoxi.platform.record.RecordWriting;
import io.chaoxi.platform.record.Writing;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of visits: begun, ended, cancelled. A request that comes again under its key changes nothing more. */
@Service
class Visits {
    private final Catalogues catalogues;
    private final VisitTaking taking;
    private final RecordReading reading;
    private final RecordWriting writing;
    private final CheckOut checkOut;
    private final VisitSql sql;
    private final Clock clock;

    Visits(
            Catalogues catalogues,
            VisitTaking taking,
            RecordReading reading,
            RecordWriting writing,
            CheckOut checkOut,
            VisitSql sql,
            Clock clock) {
        this.catalogues = catalogues;
        this.taking = taking;
        this.reading = reading;
        this.writing = writing;
        this.checkOut = checkOut;
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * 签到, by whoever goes there. 409 {@code visitCheckedIn} where another request did it before, {@code visitCancelled};
     * 422 for a moment ahead or more than three days ago.
     */
    @Transactional
    public Map<String, @Nullable Object> checkIn(UUID id, Occasion occasion) {
        Catalogue visits = catalogues.of("visit");
        Found visit = taking.own(visits, id);
        Object status = visit.values().get("status");
        if (VisitStatus.CANCELLED.equals(status)) throw Refusal.of(409, "visitCancelled");
        if (!VisitStatus.PLANNED.equals(status)) {
            if (!again(occasion, sql.keys(id).in())) throw Refusal.of(409, "visitCheckedIn");
            return reading.written(visits, id);
        }
        Instant at = occasion.counts(clock.instant());
        var patch = new HashMap<String, @Nullable Object>();
        patch.put("status", VisitStatus.UNDER_WAY);
        patch.put("checkedInAt", at);
        patch.put("lateBy", lateBy(visit, at));
        write(visits, visit, patch, "checkedIn");
        sql.begun(id, occasion);
        return reading.written(visits, id);
    }

    private static boolean again(Occasion occasion, @Nullable String key) {
        return occasion.key() != null && occasion.key().equals(key);
    }

    /** Whole minutes behind the time that was planned, where that is more than the firm grants. */
    private static @Nullable Integer lateBy(Found visit, Instant at) {
        if (!(visit.values().get("startsAt") instanceof Instant starts)) return null;
        Instant late = (Instant) Objects.requireNonNull(visit.values().get("lateFrom"));
        return at.isAfter(late) ? (int) Duration.between(starts, at).toMinutes() : null;
    }

    /** 签退, with what came of it; the customer is touched by it, once. See {@link CheckOut}. */
    @Transactional
    public Map<String, @Nullable Object> checkOut(UUID id, Occasion occasion, Outcome outcome) {
        Catalogue visits = catalogues.of("visit");
        Found visit = taking.own(visits, id);
        Object status = visit.values().get("status");
        if (VisitStatus.CANCELLED.equals(status)) throw Refusal.of(409, "visitCancelled");
        if (VisitStatus.PLANNED.equals(status)) throw Refusal.of(409, "visitNotBegun");
        if (VisitStatus.DONE.equals(status)) {
            if (!again(occasion, sql.keys(id).out())) throw Refusal.of(409, "visitDone");
            return reading.written(visits, id);
        }
        Instant at = occasion.counts(clock.instant());
        write(visits, visit, checkOut.patch(visits, visit, at, outcome), "checkedOut");
        sql.ended(id, occasion, checkOut.touch(visit, at, outcome));
        return reading.written(visits, id);
    }

    /** One that is planned or under way does not take place, and why. 409 {@code visitDone}, {@code visitCancelled}. */
    @Transactional
    public Map<String, @Nullable Object> cancel(UUID id, long version, String reason) {
        Catalogue visits = catalogues.of("visit");
        Found visit = taking.seen(visits, id);
        Object status = visit.values().get("status");
        if (VisitStatus.DONE.equals(status)) throw Refusal.of(409, "visitDone");
        if (VisitStatus.CANCELLED.equals(status)) throw Refusal.of(409, "visitCancelled");
        if (visit.version() != version) throw Refusal.stale(visit.version());
        write(visits, visit, Map.of("status", VisitStatus.CANCELLED, "cancelReason", reason), "cancelled");
        return reading.written(visits, id);
    }

    private void write(Catalogue visits, Found visit, Map<String, ? extends @Nullable Object> patch, String kind) {
        var how = new Writing(kind, null, Duplicates.SEEN);
        writing.change(visits, visit.id(), visit.version(), new HashMap<>(patch), how);
    }
}

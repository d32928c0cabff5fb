package io.chaoxi.identity.confirm;

import static chaoxi.tables.Tables.SESSION;

import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.rights.Acting;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Service;

/**
 * Lets a sensitive change pass for ten minutes after the person proved in the same session that it is he, by signing in
 * or by saying password or code again. Read from the database each time, so that it holds on every node at once.
 */
@Service
public class Confirmations {
    private static final Duration FRESH = Duration.ofMinutes(10);

    private final DSLContext database;
    private final Clock clock;

    Confirmations(DSLContext database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** 403 {@code reauthenticationNeeded} in a session, {@code sessionNeeded} for a program that may not; see there. */
    public void require(Sensitive change) {
        var ticket = Acting.current().ticket();
        if (ticket == null) return;
        if (ticket.scopes() != null) {
            if (!change.open()) throw Refusal.of(403, "sessionNeeded");
        } else if (!fresh(ticket.caller())) {
            throw Refusal.of(403, "reauthenticationNeeded");
        }
    }

    private boolean fresh(UUID session) {
        return database.fetchExists(DSL.selectOne()
                .from(SESSION)
                .where(SESSION.ID.eq(session))
                .and(SESSION.CONFIRMED_AT.gt(now().minus(FRESH))));
    }

    /** Notes that the person of this session just proved that it is he. */
    public void confirmed(UUID session) {
        database.update(SESSION)
                .set(SESSION.CONFIRMED_AT, now())
                .where(SESSION.ID.eq(session))
                .execute();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}

package io.chaoxi.identity.signin;

import static chaoxi.tables.Tables.API_TOKEN;
import static chaoxi.tables.Tables.DEPARTMENT;
import static chaoxi.tables.Tables.PERSON;
import static chaoxi.tables.Tables.PERSON_ROLE;
import static chaoxi.tables.Tables.RECORD_SHARE;
import static chaoxi.tables.Tables.ROLE;
import static chaoxi.tables.Tables.SECOND_FACTOR;
import static chaoxi.tables.Tables.SESSION;

import io.chaoxi.identity.factor.Owner;
import io.chaoxi.identity.factor.SecondFactors;
import io.chaoxi.identity.role.StoredActors;
import io.chaoxi.platform.rights.Acting;
import io.chaoxi.platform.rights.Actor;
import io.chaoxi.platform.rights.Presence;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Reads who still is signed in from the database, past what is kept for requests. */
@Service
class StoredPresence implements Presence {
    private final DSLContext database;
    private final TransactionOperations transactions;
    private final Clock clock;
    private final StoredActors actors;
    private final SecondFactors factors;

    StoredPresence(
            DSLContext database,
            TransactionOperations transactions,
            Clock clock,
            StoredActors actors,
            SecondFactors factors) {
        this.database = database;
        this.transactions = transactions;
        this.clock = clock;
        this.actors = actors;
        this.factors = factors;
    }

    @Override
    public Optional<Ticket> of(HttpServletRequest request) {
        return Caller.of(request).map(Caller::ticket);
    }

    @Override
    public Set<UUID> open(Collection<Ticket> tickets) {
        Set<UUID> open = new HashSet<>();
        List<UUID> sessions = ids(tickets, false);
        List<UUID> tokens = ids(tickets, true);
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        if (!sessions.isEmpty()) {
            open.addAll(database.select(SESSION.ID)
                    .from(SESSION)
                    .where(SESSION.ID.eq(DSL.any(sessions.toArray(UUID[]::new))))
                    .and(SESSION.EXPIRES_AT.gt(now))
                    .fetch(SESSION.ID));
        }
        if (!tokens.isEmpty()) {
            open.addAll(database.select(API_TOKEN.ID)
                    .from(API_TOKEN)
                    .where(API_TOKEN.ID.eq(DSL.any(tokens.toArray(UUID[]::new))))
                    .and(API_TOKEN.EXPIRES_AT.isNull().or(API_TOKEN.EXPIRES_AT.gt(now)))
                    .fetch(API_TOKEN.ID));
        }
        return open;
    }

    private static List<UUID> ids(Collection<Ticket> tickets, boolean ofTokens) {
        return tickets.stream()
                .filter(ticket -> ofTokens == (ticket.scopes() != null))
                .map(Ticket::caller)
                .distinct()
                .toList();
    }

    @Override
    public boolean lacksSecondFactor(Ticket ticket) {
        return ticket.scopes() == null
                && actors.wantsSecondFactor(ticket.tenant(), ticket.person())
                && !factors.stands(new Owner(ticket.tenant(), ticket.person()));
    }

    @Override
    public Map<UUID, Integer> standing(long tenant, Collection<UUID> people) {
        return Acting.as(
                Actor.system(tenant, ZoneOffset.UTC), () -> transactions.execute(status -> readStanding(people)));
    }

    private Map<UUID, Integer> readStanding(Collection<UUID> people) {
        Map<UUID, Integer> standing = new HashMap<>();
        int departments = database.select(DSL.count(), DSL.max(DEPARTMENT.CHANGED_AT))
                .from(DEPARTMENT)
                .fetchSingle()
                .hashCode();
        int shares = database.select(DSL.count(), DSL.max(RECORD_SHARE.AT))
                .from(RECORD_SHARE)
                .where(RECORD_SHARE.ENDS_AT.isNull().or(RECORD_SHARE.ENDS_AT.gt(DSL.currentOffsetDateTime())))
                .fetchSingle()
                .hashCode();
        for (Record row : database.select(
                        PERSON.ID,
                        PERSON.NAME,
                        PERSON.DEPARTMENT_ID,
                        PERSON.LOCALE,
                        PERSON.LOCKED,
                        ROLE.ID,
                        ROLE.VERSION,
                        SECOND_FACTOR.SINCE)
                .from(PERSON)
                .leftJoin(PERSON_ROLE)
                .on(PERSON_ROLE.TENANT_ID.eq(PERSON.TENANT_ID).and(PERSON_ROLE.PERSON_ID.eq(PERSON.ID)))
                .leftJoin(ROLE)
                .on(ROLE.TENANT_ID.eq(PERSON_ROLE.TENANT_ID).and(ROLE.ID.eq(PERSON_ROLE.ROLE_ID)))
                .leftJoin(SECOND_FACTOR)
                .on(SECOND_FACTOR.TENANT_ID.eq(PERSON.TENANT_ID).and(SECOND_FACTOR.PERSON_ID.eq(PERSON.ID)))
                .where(PERSON.ID.eq(DSL.any(people.toArray(UUID[]::new))))
                .and(PERSON.DELETED_AT.isNull())
                .and(DSL.not(PERSON.LOCKED))
                .fetch()) {
            standing.merge(row.get(PERSON.ID), row.hashCode() + departments + shares, Integer::sum);
        }
        return standing;
    }
}

package io.chaoxi.platform.job;

import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.rights.Acting;
import io.chaoxi.platform.rights.Actor;
import io.chaoxi.platform.rights.Actors;
import io.chaoxi.platform.rights.Presence;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The makers of jobs with what they may at this moment: never more than the token that ordered the job, and nothing any
 * more once that token is gone. Some kinds end with the session that ordered them too.
 */
@Component
class Makers {
    private final JobSql sql;
    private final Jobs jobs;
    private final Actors actors;
    private final Presence presence;
    private final TransactionOperations transactions;

    Makers(JobSql sql, Jobs jobs, Actors actors, Presence presence, TransactionOperations transactions) {
        this.sql = sql;
        this.jobs = jobs;
        this.actors = actors;
        this.presence = presence;
        this.transactions = transactions;
    }

    /**
     * @param ticket the session or token that the job was ordered through; null when the program ordered it for him
     * @param bound whether the job ends with the ticket
     * @param address from where it was ordered
     */
    record Maker(
            long tenant,
            UUID person,
            Presence.@Nullable Ticket ticket,
            boolean bound,
            @Nullable String address) {}

    Maker of(long tenant, UUID person, UUID job) {
        return Acting.as(
                Actor.system(tenant, ZoneOffset.UTC),
                () -> Objects.requireNonNull(transactions.execute(status -> {
                    var ticket = sql.ticket(job);
                    boolean bound = ticket != null
                            && (ticket.scopes() != null
                                    || jobs.known(sql.kind(job))
                                            .map(JobKind::endsWithSession)
                                            .orElse(false));
                    return new Maker(tenant, person, ticket, bound, sql.address(job));
                })));
    }

    /** 403 when the person is gone. */
    Actor acting(Maker maker) {
        Optional<Actor> actor =
                maker.ticket() == null ? actors.load(maker.tenant(), maker.person()) : actors.load(maker.ticket());
        return actor.orElseThrow(() -> Refusal.of(403, "personGone"));
    }

    /**
     * 403 when the job ends with a session or token that is gone, or was ordered in a session and a role now wants a second
     * factor that the person lacks. Asks the database each time.
     */
    void check(Maker maker) {
        var ticket = maker.ticket();
        if (ticket != null && maker.bound() && presence.open(List.of(ticket)).isEmpty()) {
            throw Refusal.of(403, "ticketGone");
        }
        if (ticket != null && presence.lacksSecondFactor(ticket)) throw Refusal.of(403, "secondFactorNeeded");
    }
}

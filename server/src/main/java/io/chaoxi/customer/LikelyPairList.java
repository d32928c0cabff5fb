package io.chaoxi.customer;

import io.chaoxi.customer.Duplicate.Certainty;
import io.chaoxi.customer.LikelyPairSql.Place;
import io.chaoxi.customer.LikelyPairSql.Side;
import io.chaoxi.platform.job.JobView;
import io.chaoxi.platform.job.Jobs;
import io.chaoxi.platform.match.Likeness;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.record.Idempotency;
import io.chaoxi.platform.rights.Acting;
import io.chaoxi.platform.rights.Actor;
import io.chaoxi.platform.text.Masks;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Pairs of customers or of contacts that are probably one: searched for, listed, kept apart. */
@Service
class LikelyPairList {
    private final LikelyPairSql sql;
    private final DuplicateSql keys;
    private final Jobs jobs;
    private final Idempotency idempotency;

    LikelyPairList(LikelyPairSql sql, DuplicateSql keys, Jobs jobs, Idempotency idempotency) {
        this.sql = sql;
        this.keys = keys;
        this.jobs = jobs;
        this.idempotency = idempotency;
    }

    /** One of the two and who owns it; {@code at}: what the customer of a contact is called. */
    record One(
            UUID id,
            String label,
            @Nullable String at,
            @Nullable String owner) {}

    /** @param by the fields that speak for the two being one */
    record Pair(String id, One one, One other, List<String> by, Certainty certainty, double score) {}

    /**
     * @param count how many there are in all
     * @param searchedAt when the firm's records were compared the last time; null if never
     * @param compared how many that were
     */
    record Page(
            List<Pair> items,
            @Nullable String next,
            long count,
            @Nullable Instant searchedAt,
            @Nullable Long compared) {}

    /**
     * The pairs of which the acting person reaches both, the surest first. Those that were found by a field which he may
     * not read are left out, for that they are a pair would tell what stands in it.
     */
    @Transactional(readOnly = true)
    public Page list(Compared compared, @Nullable PairId after, int limit) {
        Actor actor = Acting.current();
        actor.require(compared.right());
        List<String> open = compared.open(actor);
        var found = sql.list(compared, actor, open, after, limit + 1);
        var pairs = found.stream()
                .limit(limit)
                .map(pair -> new Pair(
                        new PairId(pair.one().id(), pair.other().id()).toString(),
                        one(compared, actor, pair.one()),
                        one(compared, actor, pair.other()),
                        pair.fields(),
                        Likeness.verdict(pair.score()) == Likeness.Verdict.DUPLICATE
                                ? Certainty.LIKELY
                                : Certainty.MAYBE,
                        pair.score()))
                .toList();
        var last = sql.last(compared);
        return new Page(
                pairs,
                found.size() > limit ? pairs.getLast().id() : null,
                sql.count(compared, actor, open),
                last.map(search -> search.at().toInstant()).orElse(null),
                last.map(LikelyPairSql.Search::compared).orElse(null));
    }

    private static One one(Compared compared, Actor actor, Side side) {
        String name = Reach.name(actor, compared.object(), true, side.name(), compared.mask());
        return new One(side.id(), name, at(compared, actor, side.at()), Reach.ownerName(actor, side.owner()));
    }

    private static @Nullable String at(Compared compared, Actor actor, @Nullable Place place) {
        if (place == null || !Reach.opensKey(actor, compared.object(), "customer")) return null;
        boolean reached = Reach.of(actor, "customer", place.row());
        return Reach.name(actor, "customer", reached, place.name(), Masks::generic);
    }

    /** Compares all records of the firm as long work; 409 while such a search of the acting person's own runs. */
    @Transactional
    public JobView search(Compared compared, @Nullable String key) {
        Acting.current().require(compared.right());
        return idempotency.job(key, compared.job(), () -> {
            keys.lockAll(compared.job());
            if (!jobs.list(true, compared.job()).isEmpty()) throw Refusal.of(409, "searchRuns");
            return jobs.get(jobs.start(compared.job(), compared.object(), Map.of()));
        });
    }

    /** Says that the two are two, or takes it back. 404 when one of them is out of reach. */
    @Transactional
    public void apart(Compared compared, PairId pair, boolean apart) {
        Actor actor = Acting.current();
        actor.require(compared.right());
        if (!sql.reached(compared, actor, pair)) throw Refusal.notFound();
        if (apart) sql.keepApart(compared, pair);
        else sql.letMeet(compared, pair);
    }
}

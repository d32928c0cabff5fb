package io.chaoxi.customer;

import io.chaoxi.customer.Duplicate.Certainty;
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

/** Pairs of customers that are probably one: searched for, listed, kept apart. */
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

    /** One of the two and who owns it. */
    record Customer(UUID id, String label, @Nullable String owner) {}

    /** @param by the fields that speak for the two being one */
    record Pair(String id, Customer one, Customer other, List<String> by, Certainty certainty, double score) {}

    /**
     * @param count how many there are in all
     * @param searchedAt when the firm's customers were compared the last time; null if never
     * @param compared how many customers that were
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
    public Page list(@Nullable PairId after, int limit) {
        Actor actor = Acting.current();
        List<String> open = Compared.FIELDS.stream()
                .map(Compared::field)
                .filter(field -> Reach.opensKey(actor, "customer", field))
                .toList();
        var found = sql.list(actor, open, after, limit + 1);
        var pairs = found.stream()
                .limit(limit)
                .map(pair -> new Pair(
                        new PairId(pair.one().id(), pair.other().id()).toString(),
                        customer(actor, pair.one()),
                        customer(actor, pair.other()),
                        pair.fields(),
                        Likeness.verdict(pair.score()) == Likeness.Verdict.DUPLICATE
                                ? Certainty.LIKELY
                                : Certainty.MAYBE,
                        pair.score()))
                .toList();
        var last = sql.last();
        return new Page(
                pairs,
                found.size() > limit ? pairs.getLast().id() : null,
                sql.count(actor, open),
                last.map(search -> search.at().toInstant()).orElse(null),
                last.map(LikelyPairSql.Search::compared).orElse(null));
    }

    private static Customer customer(Actor actor, Side side) {
        String name = Reach.name(actor, "customer", true, side.name(), Masks::generic);
        return new Customer(side.id(), name, Reach.ownerName(actor, side.owner()));
    }

    /** Compares all customers of the firm as long work; 409 while a search of the acting person's own runs. */
    @Transactional
    public JobView search(@Nullable String key) {
        return idempotency.job(key, LikelyPairJob.KIND, () -> {
            keys.lockAll(LikelyPairJob.KIND);
            if (!jobs.list(true, LikelyPairJob.KIND).isEmpty()) throw Refusal.of(409, "searchRuns");
            return jobs.get(jobs.start(LikelyPairJob.KIND, "customer", Map.of()));
        });
    }

    /** Says that the two are two, or takes it back. 404 when one of them is out of reach. */
    @Transactional
    public void apart(PairId pair, boolean apart) {
        if (!sql.reached(Acting.current(), pair)) throw Refusal.notFound();
        if (apart) sql.keepApart(pair);
        else sql.letMeet(pair);
    }
}

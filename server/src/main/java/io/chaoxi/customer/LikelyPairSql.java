package io.chaoxi.customer;

import static chaoxi.tables.Tables.LIKELY_PAIR;
import static chaoxi.tables.Tables.PAIR_SEARCH;

import io.chaoxi.platform.match.LikelyPairs.Pair;
import io.chaoxi.platform.rights.Acting;
import io.chaoxi.platform.rights.Actor;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Statements over pairs of customers, or of contacts, that are probably one. */
@Component
class LikelyPairSql {
    private static final int ROWS_AT_ONCE = 1_000;

    /** The score of two that were kept apart before any search found them. */
    private static final double UNFOUND = 0;

    private final DSLContext database;
    private final Clock clock;

    LikelyPairSql(DSLContext database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Puts these in the place of those that the search before found; what somebody keeps apart stays. */
    void replace(Compared compared, List<Pair> pairs, long records) {
        long tenant = Acting.current().tenant();
        database.insertInto(PAIR_SEARCH)
                .set(PAIR_SEARCH.TENANT_ID, tenant)
                .set(PAIR_SEARCH.OBJECT, compared.object())
                .set(PAIR_SEARCH.AT, now())
                .set(PAIR_SEARCH.BY_ID, Acting.current().person())
                .set(PAIR_SEARCH.COMPARED, records)
                .onConflict(PAIR_SEARCH.TENANT_ID, PAIR_SEARCH.OBJECT)
                .doUpdate()
                .setAllToExcluded()
                .execute();
        database.deleteFrom(LIKELY_PAIR)
                .where(LIKELY_PAIR.OBJECT.eq(compared.object()))
                .and(LIKELY_PAIR.APART_AT.isNull())
                .execute();
        for (int from = 0; from < pairs.size(); from += ROWS_AT_ONCE) {
            insert(compared, pairs.subList(from, Math.min(pairs.size(), from + ROWS_AT_ONCE)), tenant);
        }
    }

    private void insert(Compared compared, List<Pair> pairs, long tenant) {
        var insert = database.insertInto(
                LIKELY_PAIR,
                LIKELY_PAIR.TENANT_ID,
                LIKELY_PAIR.OBJECT,
                LIKELY_PAIR.RECORD_ID,
                LIKELY_PAIR.OTHER_ID,
                LIKELY_PAIR.SCORE,
                LIKELY_PAIR.FIELDS);
        for (Pair pair : pairs) {
            insert = insert.values(
                    tenant,
                    compared.object(),
                    pair.one(),
                    pair.other(),
                    pair.likeness().score(),
                    LookAlikes.alike(compared, pair.likeness()).toArray(String[]::new));
        }
        insert.onConflictDoNothing().execute();
    }

    /** When all records were compared the last time, and how many they were. */
    record Search(OffsetDateTime at, long compared) {}

    Optional<Search> last(Compared compared) {
        return database.select(PAIR_SEARCH.AT, PAIR_SEARCH.COMPARED)
                .from(PAIR_SEARCH)
                .where(PAIR_SEARCH.OBJECT.eq(compared.object()))
                .fetchOptional(row -> new Search(row.value1(), row.value2()));
    }

    /** One of the two; {@code at}: the customer of a contact. */
    record Side(
            UUID id,
            String name,
            @Nullable Place at,
            @Nullable String owner) {}

    /** A customer, read beyond anybody's scope. */
    record Place(String name, Reach.Row row) {}

    record Found(Side one, Side other, double score, List<String> fields) {}

    /**
     * Pairs of which the person reaches both, found by nothing but these fields, the surest first.
     *
     * @param after the pair behind which they begin
     */
    List<Found> list(Compared compared, Actor actor, Collection<String> fields, @Nullable PairId after, int most) {
        var one = new PairHalf(compared, "one");
        var other = new PairHalf(compared, "other");
        return database.select(LIKELY_PAIR.SCORE, LIKELY_PAIR.FIELDS)
                .select(one.shown())
                .select(other.shown())
                .from(other.named(one.named(reached(one, other))))
                .where(asked(compared, actor, fields, one, other))
                .and(after == null ? DSL.noCondition() : behind(compared, after))
                .orderBy(LIKELY_PAIR.SCORE.desc(), LIKELY_PAIR.RECORD_ID.desc(), LIKELY_PAIR.OTHER_ID.desc())
                .limit(most)
                .fetch(row -> new Found(
                        one.read(row),
                        other.read(row),
                        row.get(LIKELY_PAIR.SCORE),
                        List.of(row.get(LIKELY_PAIR.FIELDS))));
    }

    /** How many there are. */
    long count(Compared compared, Actor actor, Collection<String> fields) {
        var one = new PairHalf(compared, "one");
        var other = new PairHalf(compared, "other");
        return database.fetchCount(reached(one, other), asked(compared, actor, fields, one, other));
    }

    private static Table<?> reached(PairHalf one, PairHalf other) {
        return other.joined(one.joined(LIKELY_PAIR, LIKELY_PAIR.RECORD_ID), LIKELY_PAIR.OTHER_ID);
    }

    private static Condition asked(
            Compared compared, Actor actor, Collection<String> fields, PairHalf one, PairHalf other) {
        var open = DSL.val(fields.toArray(String[]::new), LIKELY_PAIR.FIELDS.getDataType());
        return LIKELY_PAIR
                .OBJECT
                .eq(compared.object())
                .and(LIKELY_PAIR.APART_AT.isNull())
                .and(LIKELY_PAIR.SCORE.gt(UNFOUND))
                .and(open.contains(LIKELY_PAIR.FIELDS))
                .and(one.reachedBy(actor))
                .and(other.reachedBy(actor));
    }

    private static Condition behind(Compared compared, PairId pair) {
        var last = LIKELY_PAIR.as("last");
        return DSL.row(LIKELY_PAIR.SCORE, LIKELY_PAIR.RECORD_ID, LIKELY_PAIR.OTHER_ID)
                .lt(DSL.select(last.SCORE, last.RECORD_ID, last.OTHER_ID)
                        .from(last)
                        .where(last.OBJECT.eq(compared.object()))
                        .and(last.RECORD_ID.eq(pair.one()))
                        .and(last.OTHER_ID.eq(pair.other())));
    }

    /** Whether the person reaches both. */
    boolean reached(Compared compared, Actor actor, PairId pair) {
        var half = new PairHalf(compared, "one");
        return database.fetchCount(half.table(), half.isAny(pair.one(), pair.other()), half.reachedBy(actor)) == 2;
    }

    /** Keeps the two apart, found as a pair or not. */
    void keepApart(Compared compared, PairId pair) {
        database.insertInto(LIKELY_PAIR)
                .set(LIKELY_PAIR.TENANT_ID, Acting.current().tenant())
                .set(LIKELY_PAIR.OBJECT, compared.object())
                .set(LIKELY_PAIR.RECORD_ID, pair.one())
                .set(LIKELY_PAIR.OTHER_ID, pair.other())
                .set(LIKELY_PAIR.SCORE, UNFOUND)
                .set(LIKELY_PAIR.FIELDS, new String[0])
                .set(LIKELY_PAIR.APART_AT, now())
                .set(LIKELY_PAIR.APART_BY, Acting.current().person())
                .onConflict(LIKELY_PAIR.TENANT_ID, LIKELY_PAIR.OBJECT, LIKELY_PAIR.RECORD_ID, LIKELY_PAIR.OTHER_ID)
                .doUpdate()
                .set(LIKELY_PAIR.APART_AT, now())
                .set(LIKELY_PAIR.APART_BY, Acting.current().person())
                .execute();
    }

    /** Lets the two be a pair again, if they were found as one. */
    void letMeet(Compared compared, PairId pair) {
        database.update(LIKELY_PAIR)
                .setNull(LIKELY_PAIR.APART_AT)
                .setNull(LIKELY_PAIR.APART_BY)
                .where(LIKELY_PAIR.OBJECT.eq(compared.object()))
                .and(LIKELY_PAIR.RECORD_ID.eq(pair.one()))
                .and(LIKELY_PAIR.OTHER_ID.eq(pair.other()))
                .execute();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}

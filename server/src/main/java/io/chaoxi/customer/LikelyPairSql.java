package io.chaoxi.customer;

import static chaoxi.tables.Tables.CUSTOMER;
import static chaoxi.tables.Tables.LIKELY_PAIR;
import static chaoxi.tables.Tables.PAIR_SEARCH;
import static chaoxi.tables.Tables.PERSON;

import chaoxi.tables.tables.Customer;
import chaoxi.tables.tables.Person;
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
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Statements over pairs of customers that are probably one. */
@Component
class LikelyPairSql {
    private static final String OBJECT = "customer";
    private static final int ROWS_AT_ONCE = 1_000;

    /** The score of two that were kept apart before any search found them. */
    private static final double UNFOUND = 0;

    private static final Customer ONE = CUSTOMER.as("one");
    private static final Customer OTHER = CUSTOMER.as("other");
    private static final Person OWNER_OF_ONE = PERSON.as("owner_of_one");
    private static final Person OWNER_OF_OTHER = PERSON.as("owner_of_other");

    private final DSLContext database;
    private final Clock clock;

    LikelyPairSql(DSLContext database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Puts these in the place of those that the search before found; what somebody keeps apart stays. */
    void replace(List<Pair> pairs, long compared) {
        long tenant = Acting.current().tenant();
        database.insertInto(PAIR_SEARCH)
                .set(PAIR_SEARCH.TENANT_ID, tenant)
                .set(PAIR_SEARCH.OBJECT, OBJECT)
                .set(PAIR_SEARCH.AT, now())
                .set(PAIR_SEARCH.BY_ID, Acting.current().person())
                .set(PAIR_SEARCH.COMPARED, compared)
                .onConflict(PAIR_SEARCH.TENANT_ID, PAIR_SEARCH.OBJECT)
                .doUpdate()
                .setAllToExcluded()
                .execute();
        database.deleteFrom(LIKELY_PAIR)
                .where(LIKELY_PAIR.OBJECT.eq(OBJECT))
                .and(LIKELY_PAIR.APART_AT.isNull())
                .execute();
        for (int from = 0; from < pairs.size(); from += ROWS_AT_ONCE) {
            insert(pairs.subList(from, Math.min(pairs.size(), from + ROWS_AT_ONCE)), tenant);
        }
    }

    private void insert(List<Pair> pairs, long tenant) {
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
                    OBJECT,
                    pair.one(),
                    pair.other(),
                    pair.likeness().score(),
                    LookAlikes.alike(pair.likeness()).toArray(String[]::new));
        }
        insert.onConflictDoNothing().execute();
    }

    /** When all customers were compared the last time, and how many they were. */
    record Search(OffsetDateTime at, long compared) {}

    Optional<Search> last() {
        return database.select(PAIR_SEARCH.AT, PAIR_SEARCH.COMPARED)
                .from(PAIR_SEARCH)
                .where(PAIR_SEARCH.OBJECT.eq(OBJECT))
                .fetchOptional(row -> new Search(row.value1(), row.value2()));
    }

    /** One of the two. */
    record Side(UUID id, String name, @Nullable String owner) {}

    record Found(Side one, Side other, double score, List<String> fields) {}

    /**
     * Pairs of which the person reaches both, found by nothing but these fields, the surest first.
     *
     * @param after the pair behind which they begin
     */
    List<Found> list(Actor actor, Collection<String> fields, @Nullable PairId after, int most) {
        return database.select(LIKELY_PAIR.SCORE, LIKELY_PAIR.FIELDS)
                .select(ONE.ID, ONE.NAME, OWNER_OF_ONE.NAME, OTHER.ID, OTHER.NAME, OWNER_OF_OTHER.NAME)
                .from(reached())
                .leftJoin(OWNER_OF_ONE)
                .on(OWNER_OF_ONE.TENANT_ID.eq(ONE.TENANT_ID).and(OWNER_OF_ONE.ID.eq(ONE.OWNER_ID)))
                .leftJoin(OWNER_OF_OTHER)
                .on(OWNER_OF_OTHER.TENANT_ID.eq(OTHER.TENANT_ID).and(OWNER_OF_OTHER.ID.eq(OTHER.OWNER_ID)))
                .where(asked(actor, fields))
                .and(after == null ? DSL.noCondition() : behind(after))
                .orderBy(LIKELY_PAIR.SCORE.desc(), LIKELY_PAIR.RECORD_ID.desc(), LIKELY_PAIR.OTHER_ID.desc())
                .limit(most)
                .fetch(row -> new Found(
                        side(row, ONE, OWNER_OF_ONE),
                        side(row, OTHER, OWNER_OF_OTHER),
                        row.get(LIKELY_PAIR.SCORE),
                        List.of(row.get(LIKELY_PAIR.FIELDS))));
    }

    /** How many there are. */
    long count(Actor actor, Collection<String> fields) {
        return database.fetchCount(reached(), asked(actor, fields));
    }

    private static Table<?> reached() {
        return LIKELY_PAIR
                .join(ONE)
                .on(ONE.TENANT_ID.eq(LIKELY_PAIR.TENANT_ID).and(ONE.ID.eq(LIKELY_PAIR.RECORD_ID)))
                .and(ONE.DELETED_AT.isNull())
                .join(OTHER)
                .on(OTHER.TENANT_ID.eq(LIKELY_PAIR.TENANT_ID).and(OTHER.ID.eq(LIKELY_PAIR.OTHER_ID)))
                .and(OTHER.DELETED_AT.isNull());
    }

    private static Condition asked(Actor actor, Collection<String> fields) {
        var open = DSL.val(fields.toArray(String[]::new), LIKELY_PAIR.FIELDS.getDataType());
        return LIKELY_PAIR
                .OBJECT
                .eq(OBJECT)
                .and(LIKELY_PAIR.APART_AT.isNull())
                .and(LIKELY_PAIR.SCORE.gt(UNFOUND))
                .and(open.contains(LIKELY_PAIR.FIELDS))
                .and(Reach.condition(actor, OBJECT, ONE.OWNER_ID, ONE.OWNER_DEPARTMENT_ID))
                .and(Reach.condition(actor, OBJECT, OTHER.OWNER_ID, OTHER.OWNER_DEPARTMENT_ID));
    }

    private static Condition behind(PairId pair) {
        var last = LIKELY_PAIR.as("last");
        return DSL.row(LIKELY_PAIR.SCORE, LIKELY_PAIR.RECORD_ID, LIKELY_PAIR.OTHER_ID)
                .lt(DSL.select(last.SCORE, last.RECORD_ID, last.OTHER_ID)
                        .from(last)
                        .where(last.OBJECT.eq(OBJECT))
                        .and(last.RECORD_ID.eq(pair.one()))
                        .and(last.OTHER_ID.eq(pair.other())));
    }

    /** Whether the person reaches both. */
    boolean reached(Actor actor, PairId pair) {
        return database.fetchCount(
                        ONE,
                        ONE.ID.in(pair.one(), pair.other()),
                        ONE.DELETED_AT.isNull(),
                        Reach.condition(actor, OBJECT, ONE.OWNER_ID, ONE.OWNER_DEPARTMENT_ID))
                == 2;
    }

    /** Keeps the two apart, found as a pair or not. */
    void keepApart(PairId pair) {
        database.insertInto(LIKELY_PAIR)
                .set(LIKELY_PAIR.TENANT_ID, Acting.current().tenant())
                .set(LIKELY_PAIR.OBJECT, OBJECT)
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
    void letMeet(PairId pair) {
        database.update(LIKELY_PAIR)
                .setNull(LIKELY_PAIR.APART_AT)
                .setNull(LIKELY_PAIR.APART_BY)
                .where(LIKELY_PAIR.OBJECT.eq(OBJECT))
                .and(LIKELY_PAIR.RECORD_ID.eq(pair.one()))
                .and(LIKELY_PAIR.OTHER_ID.eq(pair.other()))
                .execute();
    }

    private static Side side(Record row, Customer customer, Person owner) {
        return new Side(row.get(customer.ID), row.get(customer.NAME), row.get(owner.NAME));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}

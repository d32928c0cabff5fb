package io.chaoxi.currency;

import static chaoxi.tables.Tables.EXCHANGE_RATE;

import io.chaoxi.platform.rights.Acting;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Every statement on exchange rates. */
@Component
class ExchangeRateSql {
    private static final List<Field<?>> COLUMNS = List.of(
            EXCHANGE_RATE.ID,
            EXCHANGE_RATE.VERSION,
            EXCHANGE_RATE.CURRENCY,
            EXCHANGE_RATE.BASE,
            EXCHANGE_RATE.VALID_FROM,
            EXCHANGE_RATE.RATE);

    private final DSLContext database;
    private final Clock clock;

    ExchangeRateSql(DSLContext database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A place in the order of the list. */
    record Place(LocalDate day, String currency) {}

    /** The newest days first, within a day by currency. */
    List<ExchangeRate> page(String base, @Nullable String currency, @Nullable Place behind, int limit) {
        return database.select(COLUMNS)
                .from(EXCHANGE_RATE)
                .where(EXCHANGE_RATE.BASE.eq(base))
                .and(currency == null ? DSL.noCondition() : EXCHANGE_RATE.CURRENCY.eq(currency))
                .and(behind == null ? DSL.noCondition() : behind(behind))
                .orderBy(EXCHANGE_RATE.VALID_FROM.desc(), EXCHANGE_RATE.CURRENCY)
                .limit(limit)
                .fetchInto(ExchangeRate.class);
    }

    private static Condition behind(Place place) {
        return EXCHANGE_RATE
                .VALID_FROM
                .le(place.day())
                .and(EXCHANGE_RATE.VALID_FROM.lt(place.day()).or(EXCHANGE_RATE.CURRENCY.gt(place.currency())));
    }

    /** The newest rates of each currency until that day, newest first; each is found by its own step into the index. */
    List<ExchangeRate> newest(String base, Collection<String> currencies, LocalDate until, int each) {
        var codes = DSL.unnest(currencies.toArray(String[]::new)).as("codes", "code");
        Field<String> code = Objects.requireNonNull(codes.field("code")).cast(SQLDataType.CHAR(3));
        var newest = DSL.lateral(DSL.select(COLUMNS)
                        .from(EXCHANGE_RATE)
                        .where(EXCHANGE_RATE.BASE.eq(base))
                        .and(EXCHANGE_RATE.CURRENCY.eq(code))
                        .and(EXCHANGE_RATE.VALID_FROM.le(until))
                        .orderBy(EXCHANGE_RATE.VALID_FROM.desc())
                        .limit(DSL.inline(each)))
                .as("newest");
        return database.select(newest.fields())
                .from(codes)
                .crossJoin(newest)
                .orderBy(
                        Objects.requireNonNull(newest.field("currency")),
                        Objects.requireNonNull(newest.field("valid_from")).desc())
                .fetchInto(ExchangeRate.class);
    }

    Optional<ExchangeRate> find(UUID id, String base) {
        return database.select(COLUMNS)
                .from(EXCHANGE_RATE)
                .where(EXCHANGE_RATE.ID.eq(id))
                .and(EXCHANGE_RATE.BASE.eq(base))
                .fetchOptionalInto(ExchangeRate.class);
    }

    /** Whether another rate of the pair is from the same day. */
    boolean taken(ExchangeRate rate) {
        return database.fetchExists(DSL.selectOne()
                .from(EXCHANGE_RATE)
                .where(EXCHANGE_RATE.BASE.eq(rate.base()))
                .and(EXCHANGE_RATE.CURRENCY.eq(rate.currency()))
                .and(EXCHANGE_RATE.VALID_FROM.eq(rate.validFrom()))
                .and(EXCHANGE_RATE.ID.ne(rate.id())));
    }

    /** Says whether it was added; not when the pair has a rate of that day. */
    boolean add(ExchangeRate rate) {
        var actor = Acting.current();
        return database.insertInto(EXCHANGE_RATE)
                        .set(EXCHANGE_RATE.TENANT_ID, actor.tenant())
                        .set(EXCHANGE_RATE.ID, rate.id())
                        .set(EXCHANGE_RATE.CURRENCY, rate.currency())
                        .set(EXCHANGE_RATE.BASE, rate.base())
                        .set(EXCHANGE_RATE.VALID_FROM, rate.validFrom())
                        .set(EXCHANGE_RATE.RATE, rate.rate())
                        .set(EXCHANGE_RATE.CREATED_AT, now())
                        .set(EXCHANGE_RATE.CREATED_BY, actor.person())
                        .set(EXCHANGE_RATE.CHANGED_AT, now())
                        .set(EXCHANGE_RATE.CHANGED_BY, actor.person())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /** Says whether the rate still had the expected version. */
    boolean change(ExchangeRate rate, long version) {
        return database.update(EXCHANGE_RATE)
                        .set(EXCHANGE_RATE.VERSION, version + 1)
                        .set(EXCHANGE_RATE.CURRENCY, rate.currency())
                        .set(EXCHANGE_RATE.VALID_FROM, rate.validFrom())
                        .set(EXCHANGE_RATE.RATE, rate.rate())
                        .set(EXCHANGE_RATE.CHANGED_AT, now())
                        .set(EXCHANGE_RATE.CHANGED_BY, Acting.current().person())
                        .where(EXCHANGE_RATE.ID.eq(rate.id()))
                        .and(EXCHANGE_RATE.VERSION.eq(version))
                        .execute()
                == 1;
    }

    void delete(UUID id) {
        database.deleteFrom(EXCHANGE_RATE).where(EXCHANGE_RATE.ID.eq(id)).execute();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}

package io.chaoxi.customer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.jooq.SortField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Statements over all records of an object that are compared, beyond anybody's scope. */
@Component
class ComparedSql {
    private static final int MOST_CROWDS = 100_000;

    private final DSLContext database;

    ComparedSql(DSLContext database) {
        this.database = database;
    }

    /** Some records, the oldest and the newest, to see which words are common in the firm. */
    List<Map<String, @Nullable Object>> sample(Compared compared, int oldest, int newest) {
        var id = compared.columns().id();
        List<Map<String, @Nullable Object>> sample = new ArrayList<>(some(compared, id.asc(), oldest));
        if (sample.size() == oldest) sample.addAll(some(compared, id.desc(), newest));
        return sample;
    }

    private List<Map<String, @Nullable Object>> some(Compared compared, SortField<UUID> order, int most) {
        return database.select(compared.compared())
                .from(compared.table())
                .where(compared.columns().deletedAt().isNull())
                .orderBy(order)
                .limit(most)
                .fetch(compared::values);
    }

    /** A record with what is compared of it. */
    record Whole(UUID id, Map<String, @Nullable Object> values) {}

    /** The records of the firm in the order of their ids, those behind the given one. */
    List<Whole> walk(Compared compared, @Nullable UUID after, int most) {
        var id = compared.columns().id();
        return database.select(id)
                .select(compared.compared())
                .from(compared.table())
                .where(compared.columns().deletedAt().isNull())
                .and(after == null ? DSL.noCondition() : id.gt(after))
                .orderBy(id)
                .limit(most)
                .fetch(row -> new Whole(Objects.requireNonNull(row.get(id)), compared.values(row)));
    }

    /** How many records a customer has that has more than two, the fullest; by the value of the compared field. */
    Map<String, Integer> crowds(Compared compared) {
        var at = compared.at();
        if (at == null) return Map.of();
        return database.select(at, DSL.count())
                .from(compared.table())
                .where(compared.columns().deletedAt().isNull())
                .groupBy(at)
                .having(DSL.count().gt(2))
                .orderBy(DSL.count().desc())
                .limit(MOST_CROWDS)
                .fetchMap(row -> row.value1().toString(), Record2::value2);
    }

    /** How many records the firm has. */
    long count(Compared compared) {
        return database.fetchCount(
                compared.table(), compared.columns().deletedAt().isNull());
    }
}

package io.chaoxi.platform.record;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The statement that counts the records of a list and adds their amounts up, by the values of a field. */
@Component
class GroupSql {
    private final DSLContext database;

    GroupSql(DSLContext database) {
        this.database = database;
    }

    record Sum(Field<BigDecimal> amount, Field<String> currency) {}

    /**
     * What is counted.
     *
     * @param key what the groups are by; null for all rows together
     * @param read so many rows at most
     */
    record Grouping(Condition where, @Nullable Field<?> key, List<Sum> sums, int read) {

        List<SelectField<?>> columns() {
            var columns = new ArrayList<SelectField<?>>();
            columns.add((key == null ? DSL.castNull(String.class) : key).as("key"));
            for (int i = 0; i < sums.size(); i++) {
                columns.add(sums.get(i).amount().as("amount_" + i));
                columns.add(sums.get(i).currency().as("currency_" + i));
            }
            return columns;
        }
    }

    /**
     * The records with one value.
     *
     * @param amounts for each sum what it comes to by currency, plain numbers under an empty one; empty without any value
     */
    record Counted(@Nullable Object key, long count, List<Map<String, BigDecimal>> amounts) {

        /** Of a list without records. */
        static Counted nothing(int sums) {
            return new Counted(null, 0, Collections.nCopies(sums, Map.of()));
        }

        Counted and(Record part) {
            for (int i = 0; i < amounts.size(); i++) {
                BigDecimal amount = part.get("amount_" + i, BigDecimal.class);
                String currency = part.get("currency_" + i, String.class);
                if (amount != null) amounts.get(i).merge(currency == null ? "" : currency, amount, BigDecimal::add);
            }
            return new Counted(key, count + part.get("count", Long.class), amounts);
        }
    }

    /** How many records have both values, and how many were read in all. */
    record Pair(@Nullable Object row, @Nullable Object column, long count, long read) {}

    /** The most frequent pairs of values of two keys among the first records, so many at most. */
    List<Pair> pairs(RecordType type, Condition where, Field<?> row, Field<?> column, int read, int most) {
        Table<?> found = DSL.select(row.as("row_key"), column.as("column_key"))
                .from(type.table())
                .where(where)
                .limit(DSL.inline(read))
                .asTable("read");
        Field<?> rows = Objects.requireNonNull(found.field("row_key"));
        Field<?> columns = Objects.requireNonNull(found.field("column_key"));
        return database.select(rows, columns, DSL.count(), DSL.sum(DSL.count()).over())
                .from(found)
                .groupBy(rows, columns)
                .orderBy(DSL.count().desc(), rows, columns)
                .limit(DSL.inline(most))
                .fetch(pair -> new Pair(pair.get(0), pair.get(1), pair.get(2, Long.class), pair.get(3, Long.class)));
    }

    /** The largest groups first, each put together from its parts of equal currencies; none when there are no rows. */
    List<Counted> groups(RecordType type, Grouping grouping, int most) {
        var groups = new HashMap<Integer, Counted>();
        var order = new ArrayList<Integer>();
        for (Record part : parts(type, grouping, most)) {
            Integer place = part.get("place", Integer.class);
            Counted known = groups.get(place);
            if (known == null) order.add(place);
            groups.put(place, (known == null ? empty(part, grouping) : known).and(part));
        }
        return order.stream().map(groups::get).filter(Objects::nonNull).toList();
    }

    private static Counted empty(Record part, Grouping grouping) {
        var amounts = Stream.<Map<String, BigDecimal>>generate(HashMap::new)
                .limit(grouping.sums().size())
                .toList();
        return new Counted(part.get("key"), 0, amounts);
    }

    /** Rows of one key and the same currencies are added up by one pass; then the keys are put in order and cut off. */
    private List<? extends Record> parts(RecordType type, Grouping grouping, int most) {
        var parts = added(type, grouping).asTable("parts");
        Field<?> key = Objects.requireNonNull(parts.field("key"));
        Field<?> size = Objects.requireNonNull(parts.field("size"));
        var ranked = DSL.select(parts.fields())
                .select(DSL.denseRank().over(DSL.orderBy(size.desc(), key)).as("place"))
                .from(parts)
                .asTable("ranked");
        Field<Integer> place = Objects.requireNonNull(ranked.field("place", Integer.class));
        return database.select(ranked.fields())
                .from(ranked)
                .where(place.le(DSL.inline(most)))
                .orderBy(place)
                .fetch();
    }

    private static org.jooq.Select<? extends Record> added(RecordType type, Grouping grouping) {
        Table<?> read = DSL.select(grouping.columns())
                .from(type.table())
                .where(grouping.where())
                .limit(DSL.inline(grouping.read()))
                .asTable("read");
        Field<?> key = Objects.requireNonNull(read.field("key"));
        var alike = new ArrayList<Field<?>>(List.of(key));
        var columns = new ArrayList<SelectField<?>>();
        for (int i = 0; i < grouping.sums().size(); i++) {
            alike.add(Objects.requireNonNull(read.field("currency_" + i)));
            columns.add(DSL.sum(read.field("amount_" + i, BigDecimal.class)).as("amount_" + i));
        }
        columns.add(DSL.count().as("count"));
        columns.add(DSL.sum(DSL.count()).over(DSL.partitionBy(key)).as("size"));
        columns.addAll(0, alike);
        return DSL.select(columns).from(read).groupBy(alike);
    }
}

package io.chaoxi.platform.record;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The statement behind the groups and sums of a list. */
@Component
class GroupSql {
    private final DSLContext database;

    GroupSql(DSLContext database) {
        this.database = database;
    }

    /** A number to be added up, and for money its currency, which is null otherwise. */
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

    /** Key, number of rows, and for each sum its amount and its first and last currency; the largest groups first. */
    List<Record> groups(RecordType type, Grouping grouping, int most) {
        var read = DSL.select(grouping.columns())
                .from(type.table())
                .where(grouping.where())
                .limit(DSL.inline(grouping.read()))
                .asTable("read");
        Field<?> key = Objects.requireNonNull(read.field("key"));
        boolean all = grouping.key() == null;
        var columns = new ArrayList<SelectField<?>>(List.of(all ? DSL.castNull(String.class) : key, DSL.count()));
        for (int i = 0; i < grouping.sums().size(); i++) {
            Field<String> currency = read.field("currency_" + i, String.class);
            columns.add(DSL.sum(read.field("amount_" + i, BigDecimal.class)));
            columns.add(DSL.min(currency));
            columns.add(DSL.max(currency));
        }
        var selected = database.select(columns).from(read);
        if (all) return new ArrayList<>(selected.fetch());
        return new ArrayList<>(selected.groupBy(key)
                .orderBy(DSL.count().desc(), key)
                .limit(DSL.inline(most))
                .fetch());
    }
}

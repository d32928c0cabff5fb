package io.chaoxi.platform.record;

import io.chaoxi.platform.record.Belongings.Belonging;
import io.chaoxi.platform.rights.Acting;
import io.chaoxi.platform.text.SearchTokens;
import io.chaoxi.platform.trace.Traced;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.UpdatableRecord;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells what the rows of an object say of a person, and takes out of them every word that names him; the rows stay. */
@Component
public class Blotting {
    private static final int MOST = 10_000;
    private static final int PIECE = 500;

    private final DSLContext database;
    private final HistorySql history;
    private final Belongings belongings;
    private final Catalogues catalogues;

    Blotting(DSLContext database, HistorySql history, Belongings belongings, Catalogues catalogues) {
        this.database = database;
        this.history = history;
        this.belongings = belongings;
        this.catalogues = catalogues;
    }

    /** The columns of an object in which anybody may have written anything; its search is made of the title. */
    public record Words<R extends UpdatableRecord<R>>(
            String object, Table<R> table, TableField<R, String> title, List<TableField<R, String>> others) {
        private Field<UUID> id() {
            return Objects.requireNonNull(table.field("id", UUID.class));
        }

        /** The own fields of the firm that lists sort and find by. */
        private Stream<Field<String>> keys() {
            return table.fieldStream()
                    .filter(field -> field.getName().startsWith("key_text"))
                    .map(field -> field.coerce(String.class));
        }
    }

    /** Rows that are his, as an export of what is known of him shows them, the oldest first. */
    public List<Map<String, @Nullable Object>> told(Words<?> words, Condition his, Field<?> when) {
        return belongings
                .of(
                        catalogues.of(words.object()),
                        his,
                        List.of(when.asc(), words.id().asc()),
                        MOST)
                .stream()
                .map(Belonging::shown)
                .toList();
    }

    /** Blots some hundreds of rows with their history; which they were, in the order of their ids. */
    public <R extends UpdatableRecord<R>> List<UUID> piece(
            Words<R> words, Condition his, Traced person, @Nullable UUID after) {
        var id = words.id();
        var rows = database.selectFrom(words.table())
                .where(his)
                .and(after == null ? DSL.noCondition() : id.gt(after))
                .orderBy(id)
                .limit(PIECE)
                .forUpdate()
                .fetch();
        rows.forEach(row -> blot(words, row, person));
        var ids = rows.getValues(id);
        history.blot(words.object(), ids, person);
        return ids;
    }

    /** After which row the next piece begins; null when this was the last one. */
    public static @Nullable UUID after(List<UUID> piece) {
        return piece.size() < PIECE ? null : piece.getLast();
    }

    private static <R extends UpdatableRecord<R>> void blot(Words<R> words, R row, Traced person) {
        String title = row.get(words.title());
        if (person.within(title)) {
            row.set(words.title(), person.blotted(title));
            row.set(
                    column(words.table(), "search", String[].class),
                    SearchTokens.ofName(Acting.current().tenant(), row.get(words.title())));
        }
        for (var column : words.others()) {
            String text = row.get(column);
            if (text != null && person.within(text)) row.set(column, person.blotted(text));
        }
        var custom = column(words.table(), "custom", JSONB.class);
        JSONB own = row.get(custom);
        if (person.within(own.data())) {
            row.set(custom, person.without(own));
            words.keys().filter(key -> person.within(row.get(key))).forEach(key -> row.set(key, null));
        }
        if (row.touched()) row.update();
    }

    private static <T> Field<T> column(Table<?> table, String name, Class<T> type) {
        return Objects.requireNonNull(table.field(name, type), name);
    }
}

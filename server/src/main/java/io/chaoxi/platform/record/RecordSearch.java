package io.chaoxi.platform.record;

import io.chaoxi.platform.text.Folding;
import io.chaoxi.platform.text.Pinyin;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The best of what words find: first what is called so, then what begins with them, then the newest. Of more than two
 * thousand finds any two thousand are ranked; those whose title begins with the words are looked up besides, along the
 * index of titles, so that none of them is missed.
 */
@Service
public class RecordSearch {
    private static final int CALLED_SO = 0;
    private static final int BEGINS = 1;
    private static final int HOLDS = 2;
    private static final String RANK = "key_0";

    private final RecordReading reading;
    private final PageSql pages;
    private final RecordLabels labels;
    private final RowJson json;

    RecordSearch(RecordReading reading, PageSql pages, RecordLabels labels, RowJson json) {
        this.reading = reading;
        this.pages = pages;
        this.labels = labels;
        this.json = json;
    }

    /** As a list would answer, in reach and within the rights of the acting person; at most so many. */
    @Transactional(readOnly = true)
    public List<Map<String, @Nullable Object>> best(Catalogue catalogue, String words, List<String> names, int limit) {
        catalogue.actor().require(catalogue.type().object() + ".read");
        List<Field> fields = reading.asked(catalogue, names);
        var best = new LinkedHashMap<UUID, Record>();
        var ranked = page(catalogue, words, fields, SearchConditions.found(catalogue, words), limit);
        ranked.stream().filter(row -> rank(row) == CALLED_SO).forEach(row -> best.put(id(row), row));
        page(catalogue, words, fields, beginning(catalogue, words), limit)
                .forEach(row -> best.putIfAbsent(id(row), row));
        ranked.forEach(row -> best.putIfAbsent(id(row), row));
        var reader = new RowReader(fields);
        var found = best.values().stream().limit(limit).map(reader::found).toList();
        var values = found.stream().map(RecordReading.Found::values).toList();
        var shown = json.of(catalogue, fields, labels.of(fields, values));
        return found.stream().map(shown::row).toList();
    }

    private static UUID id(Record row) {
        return row.get("id", UUID.class);
    }

    private static int rank(Record row) {
        return row.get(RANK, Integer.class);
    }

    private List<Record> page(Catalogue catalogue, String words, List<Field> fields, Condition found, int limit) {
        RecordType type = catalogue.type();
        return pages.page(new PageSql.Page(
                type,
                RecordScope.of(type, catalogue.actor()),
                type.alive().and(found),
                true,
                null,
                true,
                Ordering.ranked(catalogue, ranking(catalogue, words)),
                null,
                new RecordFields(type).columns(fields),
                limit));
    }

    /** How well one of the names that may be read fits: whole, from its beginning, or somewhere. */
    private static org.jooq.Field<Integer> ranking(Catalogue catalogue, String words) {
        String wanted = normal(words);
        var columns = new RecordFields(catalogue.type());
        var names = catalogue.type().fields().stream()
                .filter(field -> field.searched() && field.type() == FieldType.TEXT)
                .filter(field -> catalogue.right(field).readable())
                .map(field -> DSL.lower(columns.operand(field).cast(String.class)))
                .toList();
        var whole = DSL.or(names.stream().map(name -> name.eq(wanted)).toList());
        var begun = DSL.or(names.stream().map(name -> name.startsWith(wanted)).toList());
        return DSL.when(whole, DSL.inline(CALLED_SO))
                .when(begun, DSL.inline(BEGINS))
                .otherwise(DSL.inline(HOLDS));
    }

    /** A range of the index of titles, in which those that only sound alike are passed over. */
    private static Condition beginning(Catalogue catalogue, String words) {
        RecordType type = catalogue.type();
        Field title = type.field(type.title()).orElseThrow();
        String column = title.sortColumn();
        String key = Pinyin.sortKey(words);
        if (column == null || key.isEmpty() || !catalogue.titleRight().readable()) return DSL.falseCondition();
        var sorted = type.column(column, String.class);
        return sorted.ge(key)
                .and(sorted.lt(key + Character.MAX_VALUE))
                .and(DSL.lower(type.column(String.valueOf(title.column()), String.class))
                        .startsWith(normal(words)));
    }

    private static String normal(String words) {
        return Folding.fold(words).strip().toLowerCase(Locale.ROOT);
    }
}

package io.chaoxi.platform.record;

import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.record.RecordReading.Found;
import io.chaoxi.platform.rights.Actor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record3;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Rows of single owners, first ones and numbers, always along the indexes of owners. What it answers is what the list with
 * {@link #mine} or {@link #of} as its filter holds for whoever asks: the same rights, the same scope, the same filter.
 */
@Service
public class OwnedRows {
    private final RecordReading reading;
    private final PageSql pages;
    private final RowJson json;
    private final RecordLabels labels;
    private final DSLContext database;

    OwnedRows(RecordReading reading, PageSql pages, RowJson json, RecordLabels labels, DSLContext database) {
        this.reading = reading;
        this.pages = pages;
        this.json = json;
        this.labels = labels;
        this.database = database;
    }

    /** Records of an object, as a filter chooses them among those of their owner. */
    public record Asked(Catalogue catalogue, String filter) {}

    /** A row as the program reads it, with no field that was not asked for, and as the API shows it. */
    public record Owned(Found found, Map<String, @Nullable Object> shown) {}

    public record First(List<Owned> rows, boolean more) {}

    /** The filter of a list that holds what is one's own. */
    public static String mine(String filter) {
        return and("owner==@me", filter);
    }

    /** The same of somebody else. */
    public static String of(UUID owner, String filter) {
        return and("owner==" + owner, filter);
    }

    private static String and(String owner, String filter) {
        return filter.isEmpty() ? owner : owner + ";" + filter;
    }

    /**
     * Whether a list would answer such a filter in that order: the object, its owner and each field may be asked for.
     *
     * @param sort empty where none is needed
     */
    public boolean answers(Asked asked, String sort) {
        var catalogue = asked.catalogue();
        if (!catalogue.actor().may(catalogue.type().object() + ".read")) return false;
        try {
            condition(catalogue, mine(asked.filter()));
            if (!sort.isEmpty()) Ordering.of(catalogue, sort, new RecordFields(catalogue.type()));
            return true;
        } catch (Refusal hidden) {
            return false;
        }
    }

    /** The first of the acting person's own rows. Names of fields that are hidden from him are passed over. */
    @Transactional(readOnly = true)
    public First first(Asked asked, String sort, List<String> names, int limit) {
        var catalogue = asked.catalogue();
        var type = catalogue.type();
        catalogue.actor().require(type.object() + ".read");
        var fields = names.stream()
                .flatMap(name -> catalogue.visible(name).stream())
                .distinct()
                .toList();
        var ordering = Ordering.of(catalogue, sort, new RecordFields(type));
        var found = pages.page(page(asked, ordering, fields, limit + 1));
        boolean more = found.size() > limit;
        if (more) found.removeLast();
        var reader = new RowReader(fields);
        var rows = found.stream().map(reader::found).toList();
        return new First(owned(catalogue, fields, rows), more);
    }

    /** The owner leads to the rows, whoever looks; the scope is one condition more. */
    private PageSql.Page page(Asked asked, Ordering ordering, List<Field> fields, int rows) {
        RecordType type = asked.catalogue().type();
        return new PageSql.Page(
                type,
                new RecordScope.OwnedBy(asked.catalogue().actor().person()),
                reached(asked),
                true,
                null,
                false,
                ordering,
                null,
                new RecordFields(type).columns(fields),
                rows);
    }

    private List<Owned> owned(Catalogue catalogue, List<Field> fields, List<Found> rows) {
        var titles = labels.of(fields, rows.stream().map(Found::values).toList());
        var shown = json.of(catalogue, fields, titles);
        return rows.stream()
                .map(row -> new Owned(readable(catalogue, fields, row), shown.row(row)))
                .toList();
    }

    private static Found readable(Catalogue catalogue, List<Field> fields, Found row) {
        var values = new HashMap<String, @Nullable Object>(row.values());
        fields.stream().filter(catalogue::masked).forEach(field -> values.remove(field.name()));
        return new Found(row.id(), row.version(), values);
    }

    /**
     * How many rows each owner has of each, in the order in which they are asked for: one statement. Each number is that of
     * the list with {@link #of} as its filter, told exactly up to {@code most}.
     */
    @Transactional(readOnly = true)
    public List<Map<UUID, RecordReading.Total>> count(List<Asked> asked, Collection<UUID> owners, int most) {
        List<Map<UUID, RecordReading.Total>> counts = new ArrayList<>();
        asked.forEach(any -> counts.add(new HashMap<>()));
        if (asked.isEmpty() || owners.isEmpty()) return counts;
        Select<Record3<Integer, UUID, Long>> all = counted(asked.getFirst(), 0, owners, most);
        for (int i = 1; i < asked.size(); i++) all = all.unionAll(counted(asked.get(i), i, owners, most));
        database.fetch(all)
                .forEach(row -> counts.get(row.get(0, Integer.class))
                        .put(row.get(1, UUID.class), total(row.get(2, Long.class), most)));
        return counts;
    }

    private static RecordReading.Total total(long value, int most) {
        return new RecordReading.Total(Math.min(value, most), value <= most);
    }

    private Select<Record3<Integer, UUID, Long>> counted(Asked asked, int place, Collection<UUID> owners, int most) {
        RecordType type = asked.catalogue().type();
        asked.catalogue().actor().require(type.object() + ".read");
        var people = DSL.unnest(owners.toArray(UUID[]::new)).as("people", "id");
        var owner = DSL.field(DSL.name("people", "id"), UUID.class);
        var rows = DSL.selectOne()
                .from(type.table())
                .where(type.column("owner_id", UUID.class).eq(owner))
                .and(reached(asked))
                .limit(DSL.inline(most + 1))
                .asTable("owned");
        var number = DSL.count().cast(Long.class).as("number");
        var counted = DSL.lateral(DSL.select(number).from(rows)).as("counted");
        return DSL.select(DSL.inline(place), owner, Objects.requireNonNull(counted.field("number", Long.class)))
                .from(people)
                .crossJoin(counted);
    }

    private Condition reached(Asked asked) {
        var catalogue = asked.catalogue();
        return catalogue.scope().condition(catalogue.type()).and(condition(catalogue, asked.filter()));
    }

    private Condition condition(Catalogue catalogue, String filter) {
        return reading.condition(catalogue, RecordQuery.of(filter, ""));
    }

    /** The titles of people and departments, as whoever asks may read them. */
    @Transactional(readOnly = true)
    public Map<UUID, String> names(String object, Collection<UUID> ids) {
        return labels.of(object, ids);
    }

    /** Whether he may do this to his own records of the object. */
    public static boolean may(Catalogue catalogue, String permission, @Nullable String field) {
        Actor actor = catalogue.actor();
        return actor.may(permission)
                && (field == null
                        || catalogue.visible(field).filter(catalogue::writable).isPresent());
    }
}

package io.chaoxi.platform.record;

import io.chaoxi.platform.Label;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.record.GroupSql.Counted;
import io.chaoxi.platform.record.GroupSql.Grouping;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How many records of a list have each value of a field, and what their numbers add up to. Passes the same rights as the
 * list: a field that is hidden or masked for the acting person is refused like an unknown one, for its groups would tell
 * what it holds. Regions count for their province, industries for their section.
 */
@Service
public class RecordGroups {
    /** So many records are read at most; above it counts and sums mean "at least". */
    static final int READ = 100_000;

    private static final int MOST = 200;
    private static final int MOST_SUMS = 10;
    private static final Set<FieldType> GROUPED = Set.of(
            FieldType.CHOICE,
            FieldType.YES_NO,
            FieldType.PERSON,
            FieldType.DEPARTMENT,
            FieldType.REGION,
            FieldType.INDUSTRY);
    private static final Label YES = new Label("是", "Yes");
    private static final Label NO = new Label("否", "No");

    private final RecordReading reading;
    private final GroupSql sql;
    private final RecordLabels labels;
    private final RowJson json;
    private final FirmRates rates;

    RecordGroups(RecordReading reading, GroupSql sql, RecordLabels labels, RowJson json, FirmRates rates) {
        this.reading = reading;
        this.sql = sql;
        this.labels = labels;
        this.json = json;
        this.rates = rates;
    }

    /**
     * The records with one value.
     *
     * @param key as the value stands in a row; null where the field is empty
     * @param sums by field: a number, or money. Where several currencies meet it is the firm's at the rates of today,
     *     with {@code converted} and the day of the oldest rate used, and null when a rate is missing
     */
    public record Group(@Nullable Object key, long count, Map<String, @Nullable Object> sums) {}

    /**
     * The groups, largest first, and all records together.
     *
     * @param more there are groups beyond the two hundred
     * @param exact false above 100,000 records
     */
    public record Groups(List<Group> groups, boolean more, Group total, boolean exact) {}

    /** Groups by the field, or only the total when its name is empty. */
    @Transactional(readOnly = true)
    public Groups of(Catalogue catalogue, RecordQuery query, String by, List<String> sums) {
        RecordType type = catalogue.type();
        catalogue.actor().require(type.object() + ".read");
        if (sums.size() > MOST_SUMS) throw Refusal.malformed("sumRefused", Map.of("field", sums.getLast()));
        var added = sums.stream().map(name -> summed(catalogue, name)).toList();
        Field field = by.isEmpty() ? null : grouped(catalogue, by);
        var columns = new RecordFields(type);
        var amounts = added.stream().map(columns::sum).toList();
        var where = RecordScope.of(type, catalogue.actor()).condition(type).and(reading.condition(catalogue, query));
        List<Counted> all = sql.groups(type, new Grouping(where, null, amounts, READ + 1), 1);
        List<Counted> found = field == null
                ? List.of()
                : sql.groups(type, new Grouping(where, key(columns, field), amounts, READ), MOST + 1);
        boolean more = found.size() > MOST;
        var shown = more ? found.subList(0, MOST) : found;
        var told = new Sums(added, today(Stream.concat(all.stream(), shown.stream())));
        var groups =
                shown.stream().map(one -> group(catalogue, field, one, told)).toList();
        Counted every = all.isEmpty() ? Counted.nothing(added.size()) : all.getFirst();
        return new Groups(groups, more, group(catalogue, null, every, told), every.count() <= READ);
    }

    /** How many records refer to each, and all together; {@code exact} and {@code more} as in {@link Groups}. */
    public record Referred(Map<UUID, Long> counts, long total, boolean more, boolean exact) {}

    /** The same groups by a field that refers to people or departments, for whoever names these himself. */
    @Transactional(readOnly = true)
    public Referred references(Catalogue catalogue, RecordQuery query, String by) {
        RecordType type = catalogue.type();
        catalogue.actor().require(type.object() + ".read");
        var key = key(new RecordFields(type), grouped(catalogue, by));
        var where = RecordScope.of(type, catalogue.actor()).condition(type).and(reading.condition(catalogue, query));
        var all = sql.groups(type, new Grouping(where, null, List.of(), READ + 1), 1);
        var counts = new LinkedHashMap<UUID, Long>();
        for (var one : sql.groups(type, new Grouping(where, key, List.of(), READ), MOST + 1)) {
            if (one.key() instanceof UUID id) counts.put(id, one.count());
        }
        long total = all.isEmpty() ? 0 : all.getFirst().count();
        return new Referred(counts, total, counts.size() > MOST, total <= READ);
    }

    /** Refuses a name that a list could not be grouped by. */
    public void check(Catalogue catalogue, String by) {
        grouped(catalogue, by);
    }

    static Field grouped(Catalogue catalogue, String name) {
        return readable(catalogue, name)
                .filter(field -> GROUPED.contains(field.type()))
                .orElseThrow(() -> Refusal.malformed("groupRefused", Map.of("field", name)));
    }

    private static Field summed(Catalogue catalogue, String name) {
        return readable(catalogue, name)
                .filter(field -> field.type() == FieldType.NUMBER || field.type() == FieldType.MONEY)
                .orElseThrow(() -> Refusal.malformed("sumRefused", Map.of("field", name)));
    }

    private static java.util.Optional<Field> readable(Catalogue catalogue, String name) {
        return catalogue.visible(name).filter(field -> catalogue.right(field).readable());
    }

    static org.jooq.Field<?> key(RecordFields columns, Field field) {
        var stored = columns.stored(field);
        return switch (field.type()) {
            case REGION -> DSL.left(stored.cast(String.class), 2).concat("0000");
            case INDUSTRY -> DSL.left(stored.cast(String.class), 1);
            default -> stored;
        };
    }

    /** Asked for once for all groups, and only where several currencies meet in one. */
    private FirmRates.@Nullable Today today(Stream<Counted> groups) {
        var met = groups.flatMap(group -> group.amounts().stream())
                .filter(amounts -> amounts.size() > 1)
                .flatMap(amounts -> amounts.keySet().stream())
                .collect(Collectors.toSet());
        return met.isEmpty() ? null : rates.today(met);
    }

    private Group group(Catalogue catalogue, @Nullable Field field, Counted counted, Sums sums) {
        Object key = field == null ? null : shown(catalogue, field, counted.key());
        return new Group(key, counted.count(), sums.of(counted.amounts()));
    }

    /** A value as it stands in a row. */
    @Nullable
    Object shown(Catalogue catalogue, Field field, @Nullable Object key) {
        if (key == null) return null;
        var actor = catalogue.actor();
        if (field.type() == FieldType.YES_NO) {
            boolean yes = Boolean.parseBoolean(key.toString());
            return Map.of("id", String.valueOf(yes), "label", (yes ? YES : NO).in(actor.locale()));
        }
        Object value = field.type().isReference() ? UUID.fromString(key.toString()) : key;
        var titles = labels.of(List.of(field), List.of(Map.of(field.name(), value)));
        return json.value(field, value, titles, actor);
    }
}

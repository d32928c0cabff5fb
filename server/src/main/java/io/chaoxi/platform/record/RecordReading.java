package io.chaoxi.platform.record;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.chaoxi.platform.problem.Refusal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Reads records for the acting person: every path passes the action right, the data scope and the field rights. */
@Service
public class RecordReading {
    /** Totals are told exactly up to here. */
    public static final int COUNTED = 10_000;

    private final RecordSql sql;
    private final PageSql pages;
    private final RecordFinding finding;
    private final Filters filters;
    private final RecordLabels labels;
    private final RowJson json;
    private final Formulas formulas;
    private final Cache<List<Object>, Long> totals = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofSeconds(3))
            .maximumSize(10_000)
            .build();

    RecordReading(
            RecordSql sql,
            PageSql pages,
            RecordFinding finding,
            Filters filters,
            RecordLabels labels,
            RowJson json,
            Formulas formulas) {
        this.sql = sql;
        this.pages = pages;
        this.finding = finding;
        this.filters = filters;
        this.labels = labels;
        this.json = json;
        this.formulas = formulas;
    }

    /** A page of rows and the cursor behind it, null at the end. */
    public record Rows(
            List<Map<String, @Nullable Object>> items,
            @Nullable String next) {}

    /** A number of rows; not exact means "at least". */
    public record Total(long value, boolean exact) {}

    /** One page of a walk over many rows: values for the program's own use, already scoped to the acting person. */
    public record Walk(List<Found> rows, @Nullable String next) {}

    /** A record as it is stored, with what the acting person may not read still in it; not for output. */
    public record Found(UUID id, long version, Map<String, @Nullable Object> values) {}

    @Transactional(readOnly = true)
    public Rows list(Catalogue catalogue, RecordQuery query) {
        var fields = asked(catalogue, query.fields());
        var page = walk(catalogue, query, fields);
        var values = page.rows().stream().map(Found::values).toList();
        var shown = json.of(catalogue, fields, labels.of(fields, values));
        return new Rows(
                page.rows().stream().map(found -> row(catalogue, shown, found)).toList(), page.next());
    }

    /** What was shared, and what waits in a pool, says what one can do with it; everything else follows from the roles. */
    private static Map<String, @Nullable Object> row(Catalogue catalogue, RowJson.Shown shown, Found found) {
        var row = shown.row(found);
        boolean mixed = catalogue.scope() instanceof RecordScope.Shared;
        if (catalogue.pooled()) row.put("can", RecordFinding.can(catalogue, found));
        if (mixed && !RecordFinding.isOwn(catalogue, found)) row.put("can", RecordFinding.can(catalogue, found));
        return row;
    }

    /** Out of the recycle bin comes only what is in one's charge. */
    private static RecordScope scope(Catalogue catalogue, RecordQuery query) {
        return query.deleted() ? RecordScope.own(catalogue.type(), catalogue.actor()) : catalogue.scope();
    }

    /** The rows behind a list without their outer form. */
    @Transactional(readOnly = true)
    public Walk walk(Catalogue catalogue, RecordQuery query, Collection<Field> fields) {
        return walk(catalogue, query, fields, query.limit());
    }

    /** The same with pages of the program's own size, for work on many rows. */
    @Transactional(readOnly = true)
    public Walk walk(Catalogue catalogue, RecordQuery query, Collection<Field> fields, int limit) {
        RecordType type = catalogue.type();
        catalogue.actor().require(type.object() + ".read");
        var columns = new RecordFields(type);
        var needed = withOperands(catalogue, fields);
        var ordering = Ordering.of(catalogue, query.sort(), columns);
        var after = Cursor.read(query.after(), query.sort(), ordering);
        var page = new PageSql.Page(
                type,
                scope(catalogue, query),
                condition(catalogue, query),
                !query.filter().isBlank()
                        || !query.q().isBlank()
                        || query.deleted()
                        || !query.ids().isEmpty(),
                narrowing(catalogue, query),
                !query.q().isBlank() && limit <= RecordQuery.LARGEST_PAGE,
                ordering,
                after,
                columns.columns(needed),
                limit + 1);
        List<Record> rows = pages.page(page);
        boolean more = rows.size() > limit;
        if (more) rows.removeLast();
        String next = more ? Cursor.of(query.sort(), ordering, rows.getLast()) : null;
        var reader = new RowReader(needed);
        return new Walk(rows.stream().map(reader::found).toList(), next);
    }

    @Transactional(readOnly = true)
    public Total count(Catalogue catalogue, RecordQuery query) {
        RecordType type = catalogue.type();
        catalogue.actor().require(type.object() + ".read");
        Condition condition = condition(catalogue, query);
        var actor = catalogue.actor();
        List<Object> key = List.of(
                actor.tenant(),
                actor.person(),
                type.object(),
                query.filter(),
                query.q(),
                query.deleted(),
                scope(catalogue, query));
        long value = totals.get(key, asked -> sql.count(type, scope(catalogue, query), condition, COUNTED + 1L));
        return new Total(Math.min(value, COUNTED), value <= COUNTED);
    }

    /** What the acting person was told of an object's numbers no longer holds once his transaction is committed. */
    void countAnew(Catalogue catalogue) {
        var actor = catalogue.actor();
        List<Object> his =
                List.of(actor.tenant(), actor.person(), catalogue.type().object());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                totals.asMap()
                        .keySet()
                        .removeIf(key -> key.subList(0, his.size()).equals(his));
            }
        });
    }

    /** The record with all fields; 404 when it is not there or not in reach. */
    @Transactional(readOnly = true)
    public Map<String, @Nullable Object> get(Catalogue catalogue, UUID id) {
        return shown(catalogue, finding.find(catalogue, id));
    }

    /** The same for a record that the acting person has just written, also when that took it out of his reach. */
    @Transactional(readOnly = true)
    public Map<String, @Nullable Object> written(Catalogue catalogue, UUID id) {
        return shown(
                catalogue,
                finding.sought(catalogue, id, new RecordScope.Everything(), DSL.noCondition())
                        .orElseThrow(Refusal::notFound));
    }

    private Map<String, @Nullable Object> shown(Catalogue catalogue, Found found) {
        var fields = catalogue.visible();
        var row = json.of(catalogue, fields, labels.of(fields, List.of(found.values())))
                .row(found);
        row.put("can", RecordFinding.can(catalogue, found));
        return row;
    }

    /** The exact ids that a filter means now, for a bulk job; refused above the limit. */
    @Transactional(readOnly = true)
    public List<UUID> ids(Catalogue catalogue, RecordQuery query, int limit) {
        catalogue.actor().require(catalogue.type().object() + ".read");
        var ids = sql.ids(catalogue.type(), catalogue.scope(), condition(catalogue, query), limit + 1L);
        if (ids.size() > limit) throw Refusal.of(422, "tooManyRows", Map.of("max", limit));
        return ids;
    }

    /** Refuses what a list would refuse, names and values alike; reads no record. For views before they are saved. */
    public void check(Catalogue catalogue, RecordQuery query) {
        catalogue.actor().require(catalogue.type().object() + ".read");
        asked(catalogue, query.fields());
        Ordering.of(catalogue, query.sort(), new RecordFields(catalogue.type()));
        condition(catalogue, query);
    }

    Condition condition(Catalogue catalogue, RecordQuery query) {
        RecordType type = catalogue.type();
        Condition state = query.deleted() ? type.binned() : type.alive();
        return DSL.and(
                state,
                chosen(type, query),
                filters.compile(catalogue, query.filter()),
                SearchConditions.found(catalogue, query.q()));
    }

    private static Condition chosen(RecordType type, RecordQuery query) {
        return query.ids().isEmpty()
                ? DSL.noCondition()
                : type.column("id").cast(UUID.class).in(query.ids());
    }

    /** What indexes answer of the query: chosen records, words, comparisons for something certain; null for none. */
    private @Nullable Condition narrowing(Catalogue catalogue, RecordQuery query) {
        Condition filtered = filters.narrowing(catalogue, query.filter());
        boolean none = filtered == null && query.q().isBlank() && query.ids().isEmpty();
        if (none || query.deleted()) return null;
        RecordType type = catalogue.type();
        Condition words = SearchConditions.found(catalogue, query.q());
        return DSL.and(type.alive(), chosen(type, query), words, filtered == null ? DSL.noCondition() : filtered);
    }

    /** The fields of a list; an unknown or hidden name is refused. */
    public List<Field> asked(Catalogue catalogue, List<String> names) {
        if (names.isEmpty()) return catalogue.visible();
        return names.stream()
                .map(name -> catalogue
                        .visible(name)
                        .orElseThrow(() -> Refusal.malformed("fieldUnknown", Map.of("field", name))))
                .toList();
    }

    private Collection<Field> withOperands(Catalogue catalogue, Collection<Field> fields) {
        var needed = new LinkedHashSet<>(fields);
        if (catalogue.scope() instanceof RecordScope.Shared) {
            catalogue
                    .type()
                    .deciding()
                    .forEach(column -> catalogue.type().fieldOf(column).ifPresent(needed::add));
        }
        for (Field field : fields) {
            if (field.type() == FieldType.FORMULA) needed.addAll(formulas.operands(catalogue, field));
        }
        return new ArrayList<>(needed);
    }
}

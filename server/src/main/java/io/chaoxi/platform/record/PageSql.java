package io.chaoxi.platform.record;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The pages of lists, each by the way that docs/decisions/0002-access-plans.md has for its scope, order and filter. */
@Component
class PageSql {
    private static final int WINDOW = 5_000;
    private static final int FINDS = 2_001;
    /** A longer page belongs to a walk over all rows, which reads on along the index and would meet a window in vain. */
    private static final int MOST_SHOWN = RecordQuery.LARGEST_PAGE + 1;

    private final DSLContext database;

    PageSql(DSLContext database) {
        this.database = database;
    }

    /**
     * What a page of a list is made from.
     *
     * @param narrowed the condition holds more than "alive": a filter or a search
     * @param narrowing the part of the condition that indexes answer, null when there is none
     * @param searched a search is among it; then the newest of some two thousand finds are enough
     */
    record Page(
            RecordType type,
            RecordScope scope,
            Condition condition,
            boolean narrowed,
            @Nullable Condition narrowing,
            boolean searched,
            Ordering ordering,
            @Nullable List<@Nullable Object> after,
            List<Field<?>> columns,
            int rows) {

        Condition where() {
            return after == null ? condition : condition.and(ordering.after(after));
        }

        Page among(List<UUID> ids) {
            var chosen = type.column("id", UUID.class).eq(DSL.any(ids.toArray(UUID[]::new)));
            return new Page(type, scope, condition.and(chosen), true, null, searched, ordering, after, columns, rows);
        }

        /** The same within another reach and under one more condition. */
        Page within(RecordScope other, Condition besides) {
            return new Page(
                    type, other, condition.and(besides), narrowed, narrowing, searched, ordering, after, columns, rows);
        }

        List<SelectField<?>> selected() {
            var selected = new ArrayList<SelectField<?>>(columns);
            selected.addAll(ordering.columns());
            return selected;
        }
    }

    List<Record> page(Page page) {
        if (page.scope() instanceof RecordScope.Shared shared) return rows(united(page, shared));
        if (page.narrowed()
                && page.scope() instanceof RecordScope.Everything
                && page.ordering().indexed()) {
            List<UUID> few = page.narrowing() == null ? null : few(page.type(), page.narrowing());
            if (few != null) return few.isEmpty() ? List.of() : rows(fenced(page.among(few)));
            if (page.rows() > MOST_SHOWN) return rows(along(page));
            List<Record> near = window(page);
            if (near.size() == page.rows()) return near;
        }
        return rows(scoped(page));
    }

    private Select<? extends Record> scoped(Page page) {
        if (page.narrowed() || !page.ordering().indexed()) return fenced(page);
        if (!(page.scope() instanceof RecordScope.Departments)) return along(page);
        return alongTheId(page) ? byDepartment(page) : fenced(page);
    }

    /** The first of his own and the first of the shared ones, each by its own way, then the first of both. */
    private Select<? extends Record> united(Page page, RecordScope.Shared shared) {
        var mine = DSL.field(shared.own().condition(page.type()));
        var sharedOnly = shared.only(page.type()).and(mine.isDistinctFrom(DSL.inline(true)));
        var own = scoped(page.within(shared.own(), DSL.noCondition())).asTable("own");
        var others =
                fenced(page.within(new RecordScope.Everything(), sharedOnly)).asTable("others");
        var both = DSL.select(own.fields())
                .from(own)
                .unionAll(DSL.select(others.fields()).from(others))
                .asTable("both");
        return database.select(both.fields())
                .from(both)
                .orderBy(page.ordering().sort(both))
                .limit(DSL.inline(page.rows()));
    }

    /** The rows that indexes find when these are few: at once, where walking the next rows would cost far more. */
    private @Nullable List<UUID> few(RecordType type, Condition narrowing) {
        var ids = database.select(type.column("id", UUID.class))
                .from(type.table())
                .where(narrowing)
                .limit(DSL.inline(FINDS))
                .fetch(0, UUID.class);
        return ids.size() < FINDS ? ids : null;
    }

    private static boolean alongTheId(Page page) {
        return page.ordering().keys().size() == 1;
    }

    /** Straight along the index that has the order. */
    private Select<? extends Record> along(Page page) {
        return database.select(page.selected())
                .from(page.type().table())
                .where(page.scope().condition(page.type()).and(page.where()))
                .orderBy(page.ordering().sort())
                .limit(DSL.inline(page.rows()));
    }

    /** Each department's own first rows, read from its index in order, then the first of all of them. */
    private Select<? extends Record> byDepartment(Page page) {
        var ids = ((RecordScope.Departments) page.scope()).ids();
        var departments = DSL.unnest(ids.toArray(UUID[]::new)).as("departments", "id");
        Field<Object> department = page.type().column("owner_department_id");
        var firsts = DSL.lateral(DSL.select(page.selected())
                        .from(page.type().table())
                        .where(department.eq(RecordFields.untyped(Objects.requireNonNull(departments.field("id")))))
                        .and(page.where())
                        .orderBy(page.ordering().sort())
                        .limit(DSL.inline(page.rows())))
                .as("firsts");
        return database.select(firsts.fields())
                .from(departments)
                .crossJoin(firsts)
                .orderBy(page.ordering().sort(firsts))
                .limit(DSL.inline(page.rows()));
    }

    /** The page among the next five thousand rows, which is where most filters find theirs; less than a page: look on. */
    private List<Record> window(Page page) {
        Condition from =
                page.after() == null ? DSL.noCondition() : page.ordering().after(page.after());
        var all = new LinkedHashSet<Field<?>>(List.of(page.type().table().fields()));
        var next = DSL.select(all)
                .from(page.type().table())
                .where(page.type().alive())
                .and(from)
                .orderBy(page.ordering().sort())
                .limit(DSL.inline(WINDOW))
                .asTable(page.type().table().getName());
        return rows(database.select(page.selected())
                .from(next)
                .where(page.condition())
                .orderBy(page.ordering().sort())
                .limit(DSL.inline(page.rows())));
    }

    /** Finds by the condition first, whatever the order, and only then sorts: the planner cannot mistake which is less work. */
    private Select<? extends Record> fenced(Page page) {
        Field<Object> id = page.type().column("id");
        var keys = new ArrayList<SelectField<?>>(page.ordering().columns());
        keys.add(id.as("found_id"));
        var condition = page.scope().condition(page.type()).and(page.where());
        var hits = page.searched()
                ? DSL.select(keys).from(page.type().table()).where(condition).limit(DSL.inline(FINDS))
                : DSL.select(keys).from(page.type().table()).where(condition).offset(DSL.inline(0));
        var found = hits.asTable("found");
        var first = DSL.select(found.fields())
                .from(found)
                .orderBy(page.ordering().sort(found))
                .limit(DSL.inline(page.rows()))
                .asTable("first");
        var selected = new ArrayList<SelectField<?>>(page.columns());
        for (int i = 0; i < page.ordering().keys().size(); i++) selected.add(first.field("key_" + i));
        return database.select(selected)
                .from(first)
                .join(page.type().table())
                .on(id.eq(RecordFields.untyped(Objects.requireNonNull(first.field("found_id")))))
                .orderBy(page.ordering().sort(first));
    }

    private static List<Record> rows(org.jooq.ResultQuery<? extends Record> query) {
        return new ArrayList<>(query.fetch());
    }
}

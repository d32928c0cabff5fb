package io.chaoxi.view;

import static chaoxi.tables.Tables.SAVED_VIEW;

import chaoxi.tables.tables.records.SavedViewRecord;
import io.chaoxi.platform.record.Filters;
import io.chaoxi.platform.record.RecordLabels;
import io.chaoxi.platform.trace.Traced;
import io.chaoxi.platform.trace.Traces;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Result;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Saved views that search for a person or are called after him. One that searches for him goes: with his name taken out
 * of its filter it would show everybody. One that only bears his name keeps the rest of it. Longer names and words that
 * hold his are somebody else's.
 */
@Component
@Order(8)
class ViewTraces implements Traces {
    private final DSLContext database;
    private final RecordLabels labels;

    ViewTraces(DSLContext database, RecordLabels labels) {
        this.database = database;
        this.labels = labels;
    }

    @Override
    public String kind() {
        return "views";
    }

    @Override
    public List<Map<String, @Nullable Object>> of(Traced person) {
        var found = near(person);
        found.removeIf(view -> !seeks(view, person) && !isCalled(view, person));
        var owners = labels.of("person", found.getValues(SAVED_VIEW.OWNER_ID));
        return found.map(view -> {
            var told = new LinkedHashMap<String, @Nullable Object>();
            told.put("at", view.getCreatedAt().toInstant().toString());
            told.put("by", owners.get(view.getOwnerId()));
            told.put("name", view.getName());
            told.put("filter", view.getFilter());
            return told;
        });
    }

    @Override
    public @Nullable UUID erase(Traced person, @Nullable UUID after) {
        for (var view : near(person)) {
            if (seeks(view, person)) {
                database.deleteFrom(SAVED_VIEW)
                        .where(SAVED_VIEW.ID.eq(view.getId()))
                        .execute();
            } else if (isCalled(view, person)) {
                database.update(SAVED_VIEW)
                        .set(SAVED_VIEW.NAME, person.blottedTitle(view.getName()))
                        .set(SAVED_VIEW.VERSION, SAVED_VIEW.VERSION.plus(1))
                        .where(SAVED_VIEW.ID.eq(view.getId()))
                        .execute();
            }
        }
        return null;
    }

    /** Views with his name or one of his numbers somewhere in their texts. */
    private Result<SavedViewRecord> near(Traced person) {
        return database.selectFrom(SAVED_VIEW)
                .where(person.within(SAVED_VIEW.FILTER).or(person.within(SAVED_VIEW.NAME)))
                .orderBy(SAVED_VIEW.ID)
                .fetch();
    }

    private static boolean seeks(SavedViewRecord view, Traced person) {
        return Filters.values(view.getFilter()).stream().anyMatch(person::meant);
    }

    private static boolean isCalled(SavedViewRecord view, Traced person) {
        return !person.blottedTitle(view.getName()).equals(view.getName());
    }
}

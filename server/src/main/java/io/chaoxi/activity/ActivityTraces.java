package io.chaoxi.activity;

import static chaoxi.tables.Tables.ACTIVITY;

import io.chaoxi.platform.record.Belongings;
import io.chaoxi.platform.record.Belongings.Belonging;
import io.chaoxi.platform.record.Catalogues;
import io.chaoxi.platform.record.RecordsForgotten;
import io.chaoxi.platform.record.RecordsLeaving;
import io.chaoxi.platform.rights.Acting;
import io.chaoxi.platform.text.SearchTokens;
import io.chaoxi.platform.trace.Traced;
import io.chaoxi.platform.trace.Traces;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What was done with a person. That something was done with his firm stays; who it was with, and every word that names
 * him, goes. What was done with a customer goes with it when that goes for good.
 */
@Component
@Order(5)
class ActivityTraces implements Traces {
    private static final int PAST = 10_000;

    private final DSLContext database;
    private final Belongings belongings;
    private final Catalogues catalogues;
    private final ApplicationEventPublisher events;

    ActivityTraces(
            DSLContext database, Belongings belongings, Catalogues catalogues, ApplicationEventPublisher events) {
        this.database = database;
        this.belongings = belongings;
        this.catalogues = catalogues;
        this.events = events;
    }

    @Override
    public String kind() {
        return "activities";
    }

    @Override
    public List<Map<String, @Nullable Object>> of(Traced person) {
        var with = ActivityTouches.WITH.get(person.object());
        if (with == null) return List.of();
        var order = List.of(ACTIVITY.AT.asc(), ACTIVITY.ID.asc());
        return belongings.of(catalogues.of("activity"), with.in(person.records()), order, PAST).stream()
                .map(Belonging::shown)
                .toList();
    }

    @Override
    public @Nullable UUID erase(Traced person, @Nullable UUID after) {
        var around = ACTIVITY.CUSTOMER_ID.in(person.around());
        var telling = database.select(ACTIVITY.ID, ACTIVITY.TITLE, ACTIVITY.CONTENT)
                .from(ACTIVITY)
                .where(around)
                .and(person.within(ACTIVITY.TITLE).or(person.within(ACTIVITY.CONTENT)))
                .fetch();
        for (var row : telling) {
            String title = person.blotted(row.value2());
            String content = row.value3();
            database.update(ACTIVITY)
                    .set(ACTIVITY.TITLE, title)
                    .set(ACTIVITY.SEARCH, tokens(title))
                    .set(ACTIVITY.CONTENT, content == null ? null : person.blotted(content))
                    .where(ACTIVITY.ID.eq(row.value1()))
                    .execute();
        }
        return null;
    }

    static String[] tokens(String title) {
        return SearchTokens.prefixed(Acting.current().tenant(), SearchTokens.forName(title))
                .toArray(String[]::new);
    }

    @EventListener
    void on(RecordsLeaving leaving) {
        if (leaving.object().equals("contact")) {
            database.update(ACTIVITY)
                    .setNull(ACTIVITY.CONTACT_ID)
                    .where(ACTIVITY.CONTACT_ID.in(leaving.ids()))
                    .execute();
        }
        if (leaving.object().equals("customer")) {
            var gone = database.deleteFrom(ACTIVITY)
                    .where(ACTIVITY.CUSTOMER_ID.in(leaving.ids()))
                    .returningResult(ACTIVITY.ID)
                    .fetch(ACTIVITY.ID);
            events.publishEvent(new RecordsForgotten(gone, false));
        }
    }
}

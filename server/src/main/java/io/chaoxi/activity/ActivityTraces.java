package io.chaoxi.activity;

import static chaoxi.tables.Tables.ACTIVITY;

import chaoxi.tables.tables.records.ActivityRecord;
import io.chaoxi.conversation.Comments;
import io.chaoxi.platform.record.Belongings;
import io.chaoxi.platform.record.Belongings.Belonging;
import io.chaoxi.platform.record.Catalogues;
import io.chaoxi.platform.record.HistorySql;
import io.chaoxi.platform.record.RecordsForgotten;
import io.chaoxi.platform.record.RecordsLeaving;
import io.chaoxi.platform.rights.Acting;
import io.chaoxi.platform.text.SearchTokens;
import io.chaoxi.platform.trace.Traced;
import io.chaoxi.platform.trace.Traces;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.TableField;
import org.jooq.impl.DSL;
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
    private static final int PIECE = 500;
    private static final List<TableField<ActivityRecord, String>> KEYS =
            List.of(ACTIVITY.KEY_TEXT1, ACTIVITY.KEY_TEXT2, ACTIVITY.KEY_TEXT3, ACTIVITY.KEY_TEXT4);

    private final DSLContext database;
    private final HistorySql history;
    private final Comments comments;
    private final Belongings belongings;
    private final Catalogues catalogues;
    private final ApplicationEventPublisher events;

    ActivityTraces(
            DSLContext database,
            HistorySql history,
            Comments comments,
            Belongings belongings,
            Catalogues catalogues,
            ApplicationEventPublisher events) {
        this.database = database;
        this.history = history;
        this.comments = comments;
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

    /** What was done with him or with a firm of his, some hundreds at a time. */
    @Override
    public @Nullable UUID erase(Traced person, @Nullable UUID after) {
        var with = ActivityTouches.WITH.get(person.object());
        Condition his = ACTIVITY.CUSTOMER_ID.in(person.around());
        if (with != null) his = his.or(with.in(person.records()));
        var piece = database.selectFrom(ACTIVITY)
                .where(his)
                .and(after == null ? DSL.noCondition() : ACTIVITY.ID.gt(after))
                .orderBy(ACTIVITY.ID)
                .limit(PIECE)
                .fetch();
        var ids = piece.map(ActivityRecord::getId);
        piece.forEach(activity -> blot(activity, person));
        history.blot("activity", ids, person);
        comments.blot(ids, person);
        return piece.size() < PIECE ? null : ids.getLast();
    }

    private void blot(ActivityRecord activity, Traced person) {
        String content = activity.getContent();
        boolean words = person.within(activity.getTitle()) || person.within(content);
        boolean own = person.within(activity.getCustom().data());
        if (words) {
            activity.setTitle(person.blotted(activity.getTitle()));
            activity.setSearch(tokens(activity.getTitle()));
            activity.setContent(content == null ? null : person.blotted(content));
        }
        if (own) {
            activity.setCustom(person.without(activity.getCustom()));
            for (TableField<ActivityRecord, String> key : KEYS) {
                if (person.within(activity.get(key))) activity.set(key, null);
            }
        }
        if (words || own) activity.update();
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

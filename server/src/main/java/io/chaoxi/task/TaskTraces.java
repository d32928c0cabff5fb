package io.chaoxi.task;

import static chaoxi.tables.Tables.LEAD;
import static chaoxi.tables.Tables.TASK;

import chaoxi.tables.tables.records.TaskRecord;
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
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What was to be done with a person, with his firm, or with the lead that he came from. That there was something to do
 * stays; every word that names him goes. Tasks about a customer go with it when that goes for good.
 */
@Component
@Order(5)
class TaskTraces implements Traces {
    private static final int MOST = 10_000;
    private static final int PIECE = 500;
    private static final List<TableField<TaskRecord, String>> WORDS =
            List.of(TASK.SUBJECT, TASK.GOAL, TASK.RESULT, TASK.CANCEL_REASON);
    private static final List<TableField<TaskRecord, String>> KEYS =
            List.of(TASK.KEY_TEXT1, TASK.KEY_TEXT2, TASK.KEY_TEXT3, TASK.KEY_TEXT4);

    private final DSLContext database;
    private final HistorySql history;
    private final Comments comments;
    private final Belongings belongings;
    private final Catalogues catalogues;
    private final ApplicationEventPublisher events;

    TaskTraces(
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
        return "tasks";
    }

    @Override
    public List<Map<String, @Nullable Object>> of(Traced person) {
        var with = TaskTouches.WITH.get(person.object());
        if (with == null) return List.of();
        Condition his = with.in(person.records()).or(TASK.LEAD_ID.in(leads(person)));
        var order = List.of(TASK.DUE_AT.asc(), TASK.ID.asc());
        return belongings.of(catalogues.of("task"), his, order, MOST).stream()
                .map(Belonging::shown)
                .toList();
    }

    /** Those that he became a contact from. */
    private static Select<Record1<UUID>> leads(Traced person) {
        return DSL.select(LEAD.ID).from(LEAD).where(LEAD.CONTACT_ID.in(person.records()));
    }

    /** What is to be done with him, with a firm of his or with its leads, some hundreds at a time. */
    @Override
    public @Nullable UUID erase(Traced person, @Nullable UUID after) {
        var with = TaskTouches.WITH.get(person.object());
        Condition his = TASK.CUSTOMER_ID.in(person.around()).or(TASK.LEAD_ID.in(leads(person)));
        if (with != null) his = his.or(with.in(person.records()));
        var piece = database.selectFrom(TASK)
                .where(his)
                .and(after == null ? DSL.noCondition() : TASK.ID.gt(after))
                .orderBy(TASK.ID)
                .limit(PIECE)
                .forUpdate()
                .fetch();
        var ids = piece.map(TaskRecord::getId);
        piece.forEach(task -> blot(task, person));
        history.blot("task", ids, person);
        comments.blot(ids, person);
        return piece.size() < PIECE ? null : ids.getLast();
    }

    private static void blot(TaskRecord task, Traced person) {
        boolean told = false;
        for (var words : WORDS) {
            String text = task.get(words);
            if (!person.within(text)) continue;
            task.set(words, person.blotted(String.valueOf(text)));
            told = true;
        }
        if (told) task.setSearch(tokens(task.getSubject()));
        if (person.within(task.getCustom().data())) {
            task.setCustom(person.without(task.getCustom()));
            for (var key : KEYS) {
                if (person.within(task.get(key))) task.set(key, null);
            }
            told = true;
        }
        if (told) task.update();
    }

    private static String[] tokens(String subject) {
        return SearchTokens.prefixed(Acting.current().tenant(), SearchTokens.forName(subject))
                .toArray(String[]::new);
    }

    @EventListener
    void on(RecordsLeaving leaving) {
        if (leaving.object().equals("contact")) {
            database.update(TASK)
                    .setNull(TASK.CONTACT_ID)
                    .where(TASK.CONTACT_ID.in(leaving.ids()))
                    .execute();
        }
        if (leaving.object().equals("customer")) {
            var gone = database.deleteFrom(TASK)
                    .where(TASK.CUSTOMER_ID.in(leaving.ids()))
                    .returningResult(TASK.ID)
                    .fetch(TASK.ID);
            events.publishEvent(new RecordsForgotten(gone, false));
        }
    }
}

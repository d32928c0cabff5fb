package io.chaoxi.task;

import static chaoxi.tables.Tables.TASK;

import chaoxi.tables.tables.records.TaskRecord;
import io.chaoxi.conversation.Comments;
import io.chaoxi.lead.LeadsTelling;
import io.chaoxi.platform.record.Belongings;
import io.chaoxi.platform.record.Belongings.Belonging;
import io.chaoxi.platform.record.Catalogues;
import io.chaoxi.platform.record.HistorySql;
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
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What was to be done with a person, with his firm, or with a lead that tells of him. That there was something to do stays;
 * every word that names him goes.
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
    private final LeadsTelling leads;

    TaskTraces(
            DSLContext database,
            HistorySql history,
            Comments comments,
            Belongings belongings,
            Catalogues catalogues,
            LeadsTelling leads) {
        this.database = database;
        this.history = history;
        this.comments = comments;
        this.belongings = belongings;
        this.catalogues = catalogues;
        this.leads = leads;
    }

    @Override
    public String kind() {
        return "tasks";
    }

    @Override
    public List<Map<String, @Nullable Object>> of(Traced person) {
        var with = TaskTouches.WITH.get(person.object());
        if (with == null) return List.of();
        Condition his = with.in(person.records()).or(TASK.LEAD_ID.in(leads.of(person)));
        var order = List.of(TASK.DUE_AT.asc(), TASK.ID.asc());
        return belongings.of(catalogues.of("task"), his, order, MOST).stream()
                .map(Belonging::shown)
                .toList();
    }

    /** What is to be done with him, with a firm of his or with its leads, some hundreds at a time. */
    @Override
    public @Nullable UUID erase(Traced person, @Nullable UUID after) {
        var with = TaskTouches.WITH.get(person.object());
        Condition his = TASK.CUSTOMER_ID.in(person.around()).or(TASK.LEAD_ID.in(leads.of(person)));
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
}
